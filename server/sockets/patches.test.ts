import fc from "fast-check";
import { expect, test } from "vitest";
import { patched } from "@/protocol/patches";
import { type PhoneView, phonePatch } from "@/protocol/views";
import { type Facts, promptsInView } from "@/server/domain/facts";
import { nothingYet } from "@/server/domain/published";
import { newSession, type Step, takeStep } from "@/server/domain/session";
import { phoneViewOf } from "@/server/domain/views";
import { patchBetween } from "@/server/sockets/patches";
import { everyKind } from "@/tests/support/decks";

const someSteps = fc.array(
  fc.oneof(
    fc.constantFrom<Step>({ do: "next" }, { do: "back" }, { do: "undo" }, { do: "blank", blank: true }),
    fc
      .constantFrom(...everyKind.slides.map(({ id }) => id))
      .chain((slideId) =>
        fc.constantFrom<Step>(
          { do: "go", slideId },
          { do: "open", slideId },
          { do: "close", slideId },
          { do: "show", slideId },
        ),
      ),
  ),
  { maxLength: 40 },
);

/** The views that a phone is shown along these steps; a step that is impossible is left out. */
function viewsAlong(steps: Step[]): PhoneView[] {
  let state = newSession({ language: "en", support: [] });
  return steps.flatMap((step, index) => {
    try {
      state = takeStep(state, everyKind, step, 1000 + index);
    } catch {
      return [];
    }
    const session = { id: "" as never, deck: everyKind, code: "48215937" as never, rev: index, state };
    const facts: Facts = {
      session,
      prompt: { responses: 0, waiting: 0 },
      released: new Map(
        promptsInView(state, everyKind).map((id) => [
          id,
          { sums: { ...nothingYet, responses: index % 2 }, texts: [] },
        ]),
      ),
      isRough: () => false,
      anyResponse: false,
      facilitatorHere: true,
      joinUrl: "",
      screenPath: "",
      textDays: 90,
      now: 1000 + index,
    };
    return [phoneViewOf(facts, "en")];
  });
}

test("R25: a view with its patches is the view that the server has, whatever the facilitator does", () => {
  fc.assert(
    fc.property(someSteps, (steps) => {
      const views = viewsAlong(steps);
      let phone = views[0];
      for (const view of views.slice(1)) {
        if (!phone) return;
        const patch = phonePatch.parse(JSON.parse(JSON.stringify(patchBetween(phone, view))));
        expect(patch.since).toBe(phone.rev);
        expect(patched(phone, patch)).toEqual(view);
        phone = view;
      }
    }),
  );
});

test("R25: a patch holds nothing that stayed the same", () => {
  const [first, second] = viewsAlong([
    { do: "go", slideId: "choice" },
    { do: "open", slideId: "choice" },
  ]) as [PhoneView, PhoneView];
  expect(patchBetween(first, second)).toMatchObject({ changed: {}, within: { prompt: { phase: "open" } } });
});
