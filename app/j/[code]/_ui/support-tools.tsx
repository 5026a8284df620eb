"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Leaving } from "@/app/_client/leave";
import type { Reading } from "@/app/_client/phone-cookies";
import { PhoneToolsPlace } from "@/app/_client/phone-tools";
import { useLater } from "@/app/_client/use-later";
import { useLeave } from "@/app/_client/use-leave";
import { useReadAloud } from "@/app/_client/use-read-aloud";
import type { KeepsakeParts } from "@/app/j/[code]/_ui/keepsake-sheet";
import { type OwnParts, OwnPlace } from "@/app/j/[code]/_ui/own-place";
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
  own: OwnParts;
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
  const close = () => setSheet(null);

  const tools = {
    leavePath: `/j/${code}/leave`,
    leave,
    openSupport: () => setSheet("support"),
    openKeepsake: keepsake && (() => setSheet("keepsake")),
    openOwn: keepsake?.sessionId ? () => setSheet("own") : null,
    readAloud,
  };
  return (
    <PhoneToolsPlace value={tools}>
      {children}
      <div data-reading={reading}>
        {sheet === "support" && <SupportSheet contacts={support} onClose={close} />}
        {sheet === "keepsake" && keepsake && KeepsakeSheet && <KeepsakeSheet {...keepsake} onClose={close} />}
        <OwnPlace code={code} parts={keepsake} own={own} open={sheet === "own"} onClose={close} />
      </div>
    </PhoneToolsPlace>
  );
}
