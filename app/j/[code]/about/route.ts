import { getMessages } from "next-intl/server";

/** The words of the page on what is known of a phone, in its language, for when it is asked for. */
export async function GET(): Promise<Response> {
  const { own } = (await getMessages()) as Record<string, unknown>;
  return Response.json({ own }, { headers: { "Cache-Control": "private, no-store" } });
}
