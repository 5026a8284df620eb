import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GuideSheet } from "@/app/(facilitator)/classes/[id]/_ui/guide-sheet";
import { type ClassProps, classOf } from "@/app/(facilitator)/classes/[id]/class-page";

export async function generateMetadata(props: ClassProps): Promise<Metadata> {
  const { title } = await classOf(props, "/guide");
  return { title: (await getTranslations("classes.guide"))("titleOf", { title }) };
}

export default async function Page(props: ClassProps) {
  return <GuideSheet page={await classOf(props, "/guide")} />;
}
