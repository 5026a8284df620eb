"use client";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { Leaves } from "@/app/_client/leaves";
import type { OwnResponse } from "@/app/_client/notebook";
import { useOwn } from "@/app/_client/use-own";
import { OwnSheet } from "@/app/j/[code]/_ui/own/own-sheet";

type Props = {
  /** As `ownWords` brought them; no page carries them from the start. */
  words: object;
  sessionId: string;
  responses: Record<string, OwnResponse>;
  leaves: Leaves;
  /** The notebook's secret; null where only what is stored tells it. */
  secret: string | null;
  /** Whether the class has ended, as far as this phone knows. */
  over: boolean;
  onClose: () => void;
};

/** The words of this page, in the language that the server speaks with this phone. */
export async function ownWords(code: string): Promise<object> {
  const response = await fetch(`/j/${code}/about`);
  if (!response.ok) throw new Error("the words did not come");
  return (await response.json()) as object;
}

/** What the class knows of this phone, from its live database. */
export function Own({ words, sessionId, responses, leaves, secret, over, onClose }: Props) {
  const { known, tables, reached, take } = useOwn(sessionId, { secret, responses, leaves });
  const messages = { ...useMessages(), ...words } as ReturnType<typeof useMessages>;
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages} timeZone="UTC">
      <OwnSheet known={known} tables={tables} reached={reached} over={over} onTake={take} onClose={onClose} />
    </NextIntlClientProvider>
  );
}
