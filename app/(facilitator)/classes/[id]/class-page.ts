import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { requireFacilitator } from "@/app/_auth/facilitator";
import type { ClassPage } from "@/protocol/classes";
import { getApp } from "@/server/app";

export type ClassProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The class of an address below `/classes/<id>`, in the language it names, else the reader's. */
export async function classOf({ params, searchParams }: ClassProps, page = ""): Promise<ClassPage> {
  const { id } = await params;
  const { language } = await searchParams;
  const wanted = typeof language === "string" ? language : await getLocale();
  return (await load(id, page, wanted)) ?? notFound();
}

/** Asked once per request, by the page and by its title. */
const load = cache(async (id: string, page: string, language: string) => {
  const actor = await requireFacilitator(`/classes/${id}${page}`);
  return getApp().queries.classPage(actor, id, language);
});
