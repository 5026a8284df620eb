import { allClasses, type ClassRow, classById } from "@/db/stores/classes";
import { teamOf } from "@/db/stores/teams";
import type { Actor } from "@/protocol/actors";
import { type ClassCard, type ClassPage, classCard, classPage } from "@/protocol/classes";
import { AppError } from "@/protocol/errors";
import { classId } from "@/protocol/ids";
import type { Context } from "@/server/context";
import { editionOf, languagesOf } from "@/server/domain/editions";
import { isPrompt, slideViewOf } from "@/server/domain/kinds";
import type { TeamPage } from "@/server/queries";

/** The facilitator behind a page; pages of strangers are refused before they ask. */
export function facilitatorOf(actor: Actor) {
  if (actor.kind !== "facilitator") throw new AppError("signed_out");
  return actor;
}

/** The library, by title, in the language nearest to this one. */
export async function classCards(
  { db }: Pick<Context, "db">,
  actor: Actor,
  language: string,
): Promise<ClassCard[]> {
  facilitatorOf(actor);
  return (await allClasses(db)).map((row) => cardOf(row, language));
}

/** A class to be read and printed, in the language nearest to this one. */
export async function classPageOf(
  { db }: Pick<Context, "db">,
  actor: Actor,
  id: string,
  language: string,
): Promise<ClassPage | undefined> {
  facilitatorOf(actor);
  const parsed = classId.safeParse(id);
  const row = parsed.success ? await classById(db, parsed.data) : undefined;
  if (!row) return undefined;
  const edition = editionOf(row.deck, language);
  return classPage.parse({
    ...edition,
    card: cardOf(row, language),
    slides: edition.slides.map((slide) =>
      slideViewOf(slide, edition.languageOf(slide.id), slide.bodies.length - 1, true),
    ),
    minutes: edition.slides.map(({ minutes }) => minutes),
  });
}

/** What the actor's team has set. */
export async function teamPage({ db }: Pick<Context, "db">, actor: Actor): Promise<TeamPage | undefined> {
  const team = await teamOf(db, facilitatorOf(actor).facilitatorId);
  return team && { name: team.name, contacts: team.support };
}

function cardOf({ id, deck }: ClassRow, language: string): ClassCard {
  const { title, summary } = editionOf(deck, language);
  return classCard.parse({
    id,
    title,
    summary,
    language: deck.language,
    languages: languagesOf(deck),
    slides: deck.slides.length,
    prompts: deck.slides.filter(isPrompt).length,
    minutes: deck.slides.reduce((sum, slide) => sum + slide.minutes, 0),
  });
}
