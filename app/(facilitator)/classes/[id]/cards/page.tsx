import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CardsSheet } from "@/app/(facilitator)/classes/[id]/_ui/cards-sheet";
import { setsOf } from "@/app/(facilitator)/classes/[id]/_ui/sets";
import { type ClassProps, classOf } from "@/app/(facilitator)/classes/[id]/class-page";

export async function generateMetadata(props: ClassProps): Promise<Metadata> {
  const { title } = await classOf(props, "/cards");
  return { title: (await getTranslations("classes.cards"))("titleOf", { title }) };
}

export default async function Page(props: ClassProps) {
  const { sets } = await props.searchParams;
  return <CardsSheet page={await classOf(props, "/cards")} sets={setsOf(sets)} />;
}
