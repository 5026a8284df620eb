import { requireFacilitator } from "@/app/_auth/facilitator";
import { csvOf } from "@/app/(facilitator)/sessions/[id]/export/csv";
import { rowsOf } from "@/app/(facilitator)/sessions/[id]/export/rows";
import { getApp } from "@/server/app";

type Params = { params: Promise<{ id: string }> };

/** What a session came to, as a table for spreadsheets. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const actor = await requireFacilitator(`/sessions/${id}/summary`);
  const summary = await getApp().queries.summary(actor, id);
  if (!summary) return new Response(null, { status: 404 });
  const day = summary.startedAt === null ? "" : `-${new Date(summary.startedAt).toISOString().slice(0, 10)}`;
  return new Response(csvOf(rowsOf(summary)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      // A neutral name: a folder of downloads is seen by others.
      "Content-Disposition": `attachment; filename="attune${day}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
