import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followPatches } from "@/app/_client/patches";
import { patched } from "@/protocol/patches";
import type { PhonePatch, PhoneView } from "@/protocol/views";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const parts = fc.record({
  title: fc.constantFrom("A class", "Una clase"),
  place: fc.nat(3),
  blank: fc.boolean(),
  timer: fc.constantFrom(null, { startsAt: 1, endsAt: 2, closesPrompt: true }),
});
/** Every state that the server was in, oldest first. */
const histories = fc.array(parts, { minLength: 1, maxLength: 8 }).map((states) =>
  // What the merging does not look at is left out.
  states.map((part, rev) => ({ audience: "phone", ...part, rev, at: rev * 10 }) as PhoneView),
);

function patchBetween(before: PhoneView, after: PhoneView): PhonePatch {
  const named = ["title", "place", "blank", "timer"] as const;
  const changed = named
    .filter((field) => before[field] !== after[field])
    .map((field) => [field, after[field]]);
  return {
    since: before.rev,
    rev: after.rev,
    at: after.at,
    changed: Object.fromEntries(changed),
    within: {},
  };
}

type Told = PhoneView | PhonePatch;

/** What reaches a phone: wholes and patches in any order, some twice, some never; the newest is told at least once. */
const tellings = histories.chain((views) => {
  const newest = views.length - 1;
  const one: fc.Arbitrary<Told> = fc
    .tuple(fc.nat(newest), fc.nat(newest), fc.boolean())
    .map(([a, b, whole]) => tell(views, a, b, whole));
  const last = fc
    .tuple(fc.nat(newest), fc.boolean())
    .map(([from, whole]) => tell(views, from, newest, whole));
  return fc.tuple(fc.array(one, { maxLength: 20 }), last, fc.nat(20)).map(([others, told, place]) => ({
    views,
    messages: [...others.slice(0, place), told, ...others.slice(place)],
  }));
});

function tell(views: PhoneView[], a: number, b: number, whole: boolean): Told {
  const [before, after] = [views[Math.min(a, b)], views[Math.max(a, b)]] as [PhoneView, PhoneView];
  return whole || before === after ? after : patchBetween(before, after);
}

/** A page as live.ts puts it together, before a server that knows `newest` and now and then does not answer. */
function pageOn(first: PhoneView, newest: () => PhoneView, answers: () => boolean = () => true) {
  let view = first;
  let asked = 0;
  const takeWhole = (next: PhoneView) => {
    if (next.rev < view.rev) return;
    patches.hearWhole();
    view = next;
  };
  const patches = followPatches<PhoneView>({
    view: () => view,
    take: (next) => {
      view = next;
    },
    ask: async () => {
      asked += 1;
      if (!answers()) return false;
      takeWhole(newest());
      return true;
    },
    random: () => 0.5,
  });
  return {
    view: () => view,
    asked: () => asked,
    patches,
    hear: (told: Told) => ("audience" in told ? takeWhole(told) : patches.hear(told)),
  };
}

test("R20, R25: whatever is lost, doubled or out of order, a phone ends at the newest view, and shows none that never was", async () => {
  await fc.assert(
    fc.asyncProperty(
      tellings,
      fc.array(fc.boolean(), { maxLength: 4 }),
      fc.array(fc.nat(600)),
      async ({ views, messages }, outages, pauses) => {
        const newest = views[views.length - 1] as PhoneView;
        const failing = [...outages];
        const page = pageOn(
          views[0] as PhoneView,
          () => newest,
          () => failing.pop() !== false,
        );
        page.patches.begin();
        page.hear(views[0] as PhoneView);
        for (const [index, told] of messages.entries()) {
          const before = page.view().rev;
          page.hear(told);
          await vi.advanceTimersByTimeAsync(pauses[index] ?? 0);
          expect(page.view().rev).toBeGreaterThanOrEqual(before);
          expect(page.view()).toEqual(views[page.view().rev]);
        }
        await vi.advanceTimersByTimeAsync(60_000);
        expect(page.view()).toEqual(newest);
      },
    ),
  );
});

const at = (rev: number, title = `Title ${rev}`) =>
  ({ audience: "phone", title, place: rev, blank: false, timer: null, rev, at: rev }) as PhoneView;

test("R25: a patch fits on the revision that it names, and on no other", () => {
  const patch = patchBetween(at(3), at(4));
  expect(patched(at(3), patch)).toEqual(at(4));
  expect(patched(at(4), patch)).toBe("old");
  expect(patched(at(5), patch)).toBe("old");
  expect(patched(at(2), patch)).toBe("gap");
});

test("R25: however many patches do not fit, the view is asked for once, and not when it comes by itself", async () => {
  const page = pageOn(at(0), () => at(9));
  page.patches.begin();
  page.hear(at(0));
  for (const rev of [5, 6, 7]) page.hear(patchBetween(at(rev - 1), at(rev)));
  expect(page.asked()).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.asked()).toBe(1);
  expect(page.view().rev).toBe(9);

  page.hear(patchBetween(at(10), at(11)));
  page.hear(at(11));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.asked()).toBe(1);
  expect(page.view().rev).toBe(11);
});

test("R25: a connection in another language takes no patch on the view of the one before", async () => {
  const page = pageOn(at(3, "A class"), () => at(4, "Una clase"));
  page.patches.begin();
  page.hear({ since: 3, rev: 4, at: 4, changed: { place: 4 }, within: {} });
  expect(page.view()).toEqual(at(3, "A class"));
  page.hear(at(3, "Una clase"));
  expect(page.view().title).toBe("Una clase");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.view()).toEqual(at(4, "Una clase"));
});
