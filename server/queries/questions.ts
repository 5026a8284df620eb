import { countAttendances } from "@/db/stores/attendances";
import { countPulses, questionsOf } from "@/db/stores/questions";
import { stateById } from "@/db/stores/sessions";
import { AppError } from "@/protocol/errors";
import type { SessionId } from "@/protocol/ids";
import { type Question, question } from "@/protocol/questions";
import type { Context } from "@/server/context";
import { minimumFor } from "@/server/domain/guard";
import { pulseOf } from "@/server/domain/pulse";
import { listed, listedForRoom } from "@/server/domain/questions";

type Parts = Pick<Context, "db" | "isRough">;

/** A session's questions as this audience may read them. */
export async function listQuestions(
  { db, isRough }: Parts,
  id: SessionId,
  audience: "phone" | "screen" | "console",
): Promise<Question[]> {
  const state = await stateById(db, id);
  if (!state) throw new AppError("not_found");
  const { settings } = state;
  if (settings.questions === "off" && audience !== "console") return [];
  const all = listed(await questionsOf(db, id), settings, isRough).map((row) => question.parse(row));
  return audience === "console" ? all : listedForRoom(all);
}

/** The room's pulse as its console may see it now. */
export async function roomPulse(db: Context["db"], id: SessionId, now: number) {
  const counts = await countPulses(db, id, new Date(now));
  return pulseOf(counts, minimumFor(await countAttendances(db, id)));
}
