import { expect, test } from "vitest";
import { inOrder } from "@/app/_ui/kinds/choice/order";
import type { SlideViewOf } from "@/protocol/kinds";

const results = { kind: "choice" as const, responses: 6, counts: [1, 3, 0, 3] };
const options = ["a", "b", "c", "d"].map((id) => ({ id, text: id }));
const order = (ranked: boolean) =>
  inOrder({ options, ranked } as SlideViewOf<"choice">, results).map(
    ({ option, count }) => option.id + count,
  );

test("options stand as written, and the themes of a vote by their votes", () => {
  expect(order(false)).toEqual(["a1", "b3", "c0", "d3"]);
  expect(order(true)).toEqual(["b3", "d3", "a1", "c0"]);
});
