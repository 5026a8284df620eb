"use client";
import { NextIntlClientProvider, useTranslations } from "next-intl";
import { useOwnPage } from "@/app/_client/use-own-page";
import { useWishes } from "@/app/_client/use-wishes";
import type { KeepsakeParts } from "@/app/j/[code]/_ui/keepsake-sheet";
import { Sheet } from "@/app/j/[code]/_ui/sheet";

export type OwnParts = {
  /** The notebook's secret; null where only what is stored tells it. */
  secret: string | null;
  /** Whether the class has ended, as far as this phone knows. */
  over: boolean;
};

type Props = {
  code: string;
  /** What this phone has of a class; no session where it was in none. */
  parts: Pick<KeepsakeParts, "sessionId" | "responses" | "leaves"> | null;
  own: OwnParts;
  open: boolean;
  onClose: () => void;
};

/** Where the page on what is known of this phone is laid over the others, once it is asked for and has come. */
export function OwnPlace({ code, parts, own, open, onClose }: Props) {
  const t = useTranslations("phone.own");
  const sessionId = parts?.sessionId ?? null;
  useWishes(sessionId);
  const page = useOwnPage(code, open);
  if (!open || !parts || !sessionId) return null;
  if (!page)
    return (
      <Sheet title={t("open")} onClose={onClose}>
        {() => <p role="status">{t("coming")}</p>}
      </Sheet>
    );
  const { Own, locale, messages } = page;
  return (
    <NextIntlClientProvider locale={locale} messages={messages as never} timeZone="UTC">
      <Own
        sessionId={sessionId}
        responses={parts.responses}
        leaves={parts.leaves}
        {...own}
        onClose={onClose}
      />
    </NextIntlClientProvider>
  );
}
