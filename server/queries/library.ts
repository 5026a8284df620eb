import { allClasses } from "@/db/stores/classes";
import type { Actor } from "@/protocol/actors";
import { type ClassCard, classCard } from "@/protocol/classes";
import { AppError } from "@/protocol/errors";
import type { Context } from "@/server/context";
import { isPrompt } from "@/server/domain/kinds";

/** The facilitator behind a page; pages of strangers are refused before they ask. */
export function facilitatorOf(actor: Actor) {
  if (actor.kind !== "facilitator") throw new AppError("signed_out");
  return actor;
}

/** The library, by title. */
export async function classCards({ db }: Pick<Context, "db">, actor: Actor): Promise<ClassCard[]> {
  facilitatorOf(actor);
  const rows = await allClasses(db);
  return rows.map(({ id, deck }) =>
    classCard.parse({
      id,
      title: deck.title,
      summary: deck.summary,
      language: deck.language,
      slides: deck.slides.length,
      prompts: deck.slides.filter(isPrompt).length,
      minutes: deck.slides.reduce((sum, slide) => sum + slide.minutes, 0),
    }),
  );
}
