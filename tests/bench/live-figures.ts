import { against, compared, type Figure, type Goal } from "@/tests/bench/figures";
import type { Block, Blocks } from "@/tests/bench/live";
import { quantile } from "@/tests/bench/numbers";

const group = "live";
const push: Goal = { of: "ratio", atMost: 1.15 };
/** 1,000 answers at once at the best open peer, in ms (docs/performance.md). */
const peer = { phones: 1000, ms: 3000 };

/** Of the last phone over the rounds, and of the phones of a round: from the press, and from the commit. */
export function pushFigures(phones: number, blocks: Blocks[]): Figure[] {
  const over = (side: "attune" | "bare", of: (block: Block) => number) =>
    blocks.map((both) => of(both[side]));
  const row = (figure: string, of: (block: Block) => number, goal?: Goal) =>
    compared(
      { group, figure, at: `${phones} phones`, unit: "ms", ...(goal && { goal }) },
      "bare",
      over("attune", of),
      over("bare", of),
    );
  return (["fromPress", "fromCommit"] as const).flatMap((clock) => {
    const since = clock === "fromPress" ? "from the press" : "from the commit";
    const last = (share: number) => (block: Block) =>
      quantile(
        block.pushes.map((one) => Math.max(...one[clock])),
        share,
      );
    const phone = (share: number) => (block: Block) =>
      quantile(
        block.pushes.map((one) => quantile(one[clock], share)),
        0.5,
      );
    return [
      row(`a slide ${since}, last phone, p50 of rounds`, last(0.5), push),
      row(`a slide ${since}, last phone, p99 of rounds`, last(0.99), push),
      row(`a slide ${since}, p50 of phones`, phone(0.5)),
      row(`a slide ${since}, p99 of phones`, phone(0.99), push),
    ];
  });
}

/** Until the last acknowledgement: beside one without a database, and beside the same rows without any rule. */
export function answerFigures(phones: number, blocks: Blocks[]): Figure[] {
  const goals = phones >= 1000;
  const times = (side: keyof Blocks) => blocks.flatMap((all) => all[side].answering);
  const place = (figure: string, atMost: number) => ({
    group,
    figure,
    at: `${phones} phones`,
    unit: "ms",
    ...(goals && { goal: { of: "ratio", atMost } as const }),
  });
  const figure = "everyone answers at once, acknowledged after commit";
  const rows = [
    compared(place(figure, 2), "bare, nothing stored", times("attune"), times("bare")),
    compared(place(figure, 1.3), "bare, same rows in groups", times("attune"), times("grouping")),
  ];
  if (phones !== peer.phones) return rows;
  return [
    ...rows,
    against(
      {
        group,
        figure: "everyone answers at once, none refused",
        at: `${phones} phones`,
        unit: "ms",
        goal: { of: "ratio", atLeast: 15 },
      },
      "best open peer",
      times("attune"),
      peer.ms,
    ),
  ];
}
