import { expect, it } from "vitest";
import type { Question } from "@/protocol/questions";
import { groupQuestions } from "./question-groups";

const question = (id: string, part: Partial<Question> = {}) =>
  ({ id, mark: "none", held: false, answered: false, ...part }) as Question;

it("puts each question where something is to be done about it, and keeps the server's order", () => {
  const groups = groupQuestions([
    question("pinned", { mark: "pinned" }),
    question("held", { held: true }),
    question("wanted"),
    question("held-and-hidden", { held: true, mark: "hidden" }),
    question("answered", { answered: true }),
    question("hidden", { mark: "hidden", answered: true }),
  ]);
  const ids = Object.values(groups).map((group) => group.map(({ id }: Question) => id));
  expect(ids).toEqual([["held"], ["pinned", "wanted"], ["answered"], ["held-and-hidden", "hidden"]]);
});
