import type { SlideRecord } from "@/protocol/summaries";

type Sums = { planned: number; spent: number };
export type RecordPart = Sums & { name: string; slides: SlideRecord[] };
export type RecordTotals = Sums & {
  slides: number;
  delivered: number;
  /** The mean of the shares of those prompts that were asked; null when none was. */
  answered: number | null;
};

/** The record by part, in the order of the class; a part that comes back later is one more part. */
export function recordParts(record: SlideRecord[]): RecordPart[] {
  const parts: RecordPart[] = [];
  for (const slide of record) {
    let part = parts.at(-1);
    if (part?.name !== slide.part) {
      part = { name: slide.part, planned: 0, spent: 0, slides: [] };
      parts.push(part);
    }
    part.slides.push(slide);
    part.planned += slide.planned;
    part.spent += slide.spent;
  }
  return parts;
}

export function recordTotals(record: SlideRecord[]): RecordTotals {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const shares = record.flatMap(({ answered }) => (answered === null ? [] : [answered]));
  return {
    planned: sum(record.map(({ planned }) => planned)),
    spent: sum(record.map(({ spent }) => spent)),
    slides: record.length,
    delivered: record.filter(({ spent }) => spent > 0).length,
    answered: shares.length === 0 ? null : sum(shares) / shares.length,
  };
}
