"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import type { Leaving } from "@/app/_client/leave";
import type { Reading } from "@/app/_client/phone-cookies";
import { PhoneToolsPlace } from "@/app/_client/phone-tools";
import { useAsked } from "@/app/_client/use-asked";
import { useLater } from "@/app/_client/use-later";
import { useLeave } from "@/app/_client/use-leave";
import { useReadAloud } from "@/app/_client/use-read-aloud";
import { useWishes } from "@/app/_client/use-wishes";
import type { KeepsakeParts } from "@/app/j/[code]/_ui/keepsake-sheet";
import { Sheet } from "@/app/j/[code]/_ui/sheet";
import { SupportSheet } from "@/app/j/[code]/_ui/support-sheet";
import type { Contact } from "@/protocol/support";

const loadKeepsake = () => import("@/app/j/[code]/_ui/keepsake-sheet").then((loaded) => loaded.KeepsakeSheet);

export type SheetOfTools = "support" | "keepsake" | "own";

type Props = {
  code: string;
  reading: Reading;
  support: Contact[];
  /** Null where this phone was in no class: there is nothing to take home then. */
  keepsake: KeepsakeParts | null;
  /** What the page on what is known of this phone goes by. */
  own: {
    /** The notebook's secret; null where only what is stored tells it. */
    secret: string | null;
    /** Whether the class has ended, as far as this phone knows. */
    over: boolean;
  };
  leaving: Pick<Leaving, "reachable" | "send" | "close">;
  /** What is on the page, and in which language: what is read aloud, until it is another. */
  aloud: { language: string; moment: string };
  /** What is laid over the page from the start, on a sample. */
  sheet?: SheetOfTools | undefined;
  children: ReactNode;
};

/** Help, the way out, the keepsake and the voice: for every page inside, laid over it where they are sheets. */
export function SupportTools(props: Props) {
  const { code, reading, support, keepsake, own, leaving, aloud, sheet: first, children } = props;
  const t = useTranslations("phone");
  const [sheet, setSheet] = useState<SheetOfTools | null>(first ?? null);
  const leave = useLeave({ code, title: t("leave.title"), ...leaving });
  const readAloud = useReadAloud(aloud.language, aloud.moment);
  const KeepsakeSheet = useLater(loadKeepsake, sheet === "keepsake");
  const sessionId = keepsake?.sessionId ?? null;
  useWishes(sessionId);
  const page = useAsked(useOwnPage(code), sheet === "own");
  const close = () => setSheet(null);

  const tools = {
    leavePath: `/j/${code}/leave`,
    leave,
    openSupport: () => setSheet("support"),
    openKeepsake: keepsake && (() => setSheet("keepsake")),
    openOwn: sessionId ? () => setSheet("own") : null,
    readAloud,
  };
  return (
    <PhoneToolsPlace value={tools}>
      {children}
      <div data-reading={reading}>
        {sheet === "support" && <SupportSheet contacts={support} onClose={close} />}
        {sheet === "keepsake" && keepsake && KeepsakeSheet && <KeepsakeSheet {...keepsake} onClose={close} />}
        {sheet === "own" && keepsake && sessionId && page && (
          <page.Own
            words={page.words}
            sessionId={sessionId}
            responses={keepsake.responses}
            leaves={keepsake.leaves}
            {...own}
            onClose={close}
          />
        )}
        {sheet === "own" && !page && (
          <Sheet title={t("own.open")} onClose={close}>
            {() => <p role="status">{t("own.coming")}</p>}
          </Sheet>
        )}
      </div>
    </PhoneToolsPlace>
  );
}

/** Loads the page on what is known of this phone, with its words in the language of now. */
function useOwnPage(code: string) {
  const locale = useLocale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another page
  return useMemo(
    () => async () => {
      const { Own, ownWords } = await import("@/app/j/[code]/own");
      return { Own, words: await ownWords(code) };
    },
    [code, locale],
  );
}
