import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActorOf } from "@/protocol/actors";
import { facilitatorId, sessionId, signInId } from "@/protocol/ids";
import { createPresence } from "@/server/sockets/presence";

const sessions = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"].map((id) =>
  sessionId.parse(id),
);
const owner = {
  facilitatorId: facilitatorId.parse("33333333-3333-4333-8333-333333333333"),
  signInId: signInId.parse("44444444-4444-4444-8444-444444444444"),
};
type Someone = ActorOf<"phone" | "screen" | "console">;

const anybody: fc.Arbitrary<Someone> = fc
  .tuple(
    fc.constantFrom(...sessions),
    fc.constantFrom("phone", "screen", "console"),
    fc.constantFrom("x", "y", "z"),
  )
  .map(([id, kind, attendance]): Someone => {
    if (kind === "phone") return { kind, sessionId: id, attendance, language: "en" };
    return kind === "screen" ? { kind, sessionId: id } : { kind: "console", sessionId: id, ...owner };
  });

test("counts phones by who they are and screens by sockets, whoever comes and goes in whatever order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anybody, fc.boolean()), { maxLength: 60 }), (moves) => {
      const presence = createPresence({ graceMs: 0 });
      const here: Someone[] = [];
      for (const [someone, comes] of moves) {
        if (comes) {
          here.push(someone);
          presence.enter(someone);
        } else {
          // Only a socket that came can go.
          const at = here.findIndex((one) => JSON.stringify(one) === JSON.stringify(someone));
          if (at < 0) continue;
          here.splice(at, 1);
          presence.leave(someone);
        }
        for (const id of sessions) {
          const inside = here.filter((one) => one.sessionId === id);
          const phones = new Set(inside.flatMap((one) => (one.kind === "phone" ? [one.attendance] : [])));
          expect(presence.phones(id)).toBe(phones.size);
          expect(presence.screens(id)).toBe(inside.filter(({ kind }) => kind === "screen").length);
          expect(presence.facilitatorHere(id)).toBe(inside.some(({ kind }) => kind === "console"));
          for (const attendance of ["x", "y", "z"])
            expect(presence.knows(id, attendance)).toBe(phones.has(attendance));
        }
      }
    }),
  );
});
