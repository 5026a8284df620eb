import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandoutSheet } from "@/app/(facilitator)/classes/[id]/_ui/handout-sheet";
import { type ClassProps, classOf } from "@/app/(facilitator)/classes/[id]/class-page";

export async function generateMetadata(props: ClassProps): Promise<Metadata> {
  const { title } = await classOf(props, "/handout");
  return { title: (await getTranslations("classes.handout"))("titleOf", { title }) };
}

export default async function Page(props: ClassProps) {
  return <HandoutSheet page={await classOf(props, "/handout")} />;
}
