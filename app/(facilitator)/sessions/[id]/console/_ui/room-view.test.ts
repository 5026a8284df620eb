import { expect, test } from "vitest";
import type { ConsoleView } from "@/protocol/views";
import { roomPicture } from "./room-view";

const choice = {
  kind: "choice",
  id: "s1",
  part: "One",
  title: "Which?",
  bodies: ["<p>a</p>", "<p>a</p><p>b</p>"],
  notes: "<p>secret</p>",
  minutes: 3,
  explanation: "<p>because</p>",
  options: [
    { id: "x", text: "X" },
    { id: "y", text: "Y" },
  ],
  pick: 1,
  correct: ["y"],
};
const prompt = { phase: "closed", shown: false, responses: 6, results: null, waiting: 0 };
const view = (change: object) =>
  ({ status: "live", slide: choice, step: 1, prompt: null, ...change }) as ConsoleView;

test("the picture has the body of the step, and never the notes", () => {
  const { slide } = roomPicture(view({}));
  expect(slide?.body).toBe("<p>a</p><p>b</p>");
  expect(JSON.stringify(slide)).not.toContain("secret");
  expect(slide).not.toHaveProperty("bodies");
});

test("answer and explanation wait for the results, and for the closing", () => {
  const results = { kind: "choice", responses: 6, counts: [2, 4] };
  const hidden = [
    { ...prompt, results },
    { ...prompt, phase: "open", shown: true, results },
    { ...prompt, phase: "ready" },
  ];
  for (const stands of hidden)
    expect(roomPicture(view({ prompt: stands })).slide).toMatchObject({ correct: [], explanation: "" });
  const shown = roomPicture(view({ prompt: { ...prompt, shown: true, results } }));
  expect(shown.slide).toMatchObject({ correct: ["y"], explanation: "<p>because</p>" });
  expect(shown.prompt?.results).toEqual(results);
});

test("results are in the picture only when shown, and held back is said", () => {
  const results = { kind: "choice", responses: 6, counts: [2, 4] };
  expect(roomPicture(view({ prompt: { ...prompt, results } })).prompt).toMatchObject({
    results: null,
    heldBack: false,
  });
  expect(roomPicture(view({ prompt: { ...prompt, shown: true } })).prompt).toMatchObject({
    results: null,
    heldBack: true,
  });
});

test("hidden cards are not in the picture", () => {
  const cards = [
    { id: "1", text: "seen", mark: "none" },
    { id: "2", text: "gone", mark: "hidden" },
  ];
  const results = { kind: "open", responses: 2, cards };
  const picture = roomPicture(
    view({ slide: { ...choice, kind: "open" }, prompt: { ...prompt, shown: true, results } }),
  );
  expect(JSON.stringify(picture.prompt)).not.toContain("gone");
});

test("there is no slide before the start and after the end", () => {
  expect(roomPicture(view({ status: "lobby" })).slide).toBeNull();
  expect(roomPicture(view({ status: "ended" })).slide).toBeNull();
});
