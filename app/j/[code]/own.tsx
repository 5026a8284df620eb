"use client";
import type { Leaves } from "@/app/_client/leaves";
import type { OwnResponse } from "@/app/_client/notebook";
import { useOwn } from "@/app/_client/use-own";
import { OwnSheet } from "@/app/j/[code]/_ui/own/own-sheet";

type Props = {
  sessionId: string;
  responses: Record<string, OwnResponse>;
  leaves: Leaves;
  secret: string | null;
  /** The class has ended, and nobody has to be counted as present any more. */
  over: boolean;
  onClose: () => void;
};

/** What the class knows of this phone, from its live database. */
export function Own({ sessionId, responses, leaves, secret, over, onClose }: Props) {
  const { known, tables, reached, take } = useOwn(sessionId, { secret, responses, leaves });
  return (
    <OwnSheet known={known} tables={tables} reached={reached} over={over} onTake={take} onClose={onClose} />
  );
}
