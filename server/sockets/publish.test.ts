import { expect, test } from "vitest";
import { sessionId } from "@/protocol/ids";
import type { ConsoleView } from "@/protocol/views";
import type { SessionViews } from "@/server/session-views";
import { createPublish } from "@/server/sockets/publish";

const id = sessionId.parse("11111111-1111-4111-8111-111111111111");

test("R18: of two changes at the same moment the later deadline stays armed, however slowly the earlier one is read", async () => {
  const armed: (number | null)[] = [];
  const waiting: ((view: ConsoleView) => void)[] = [];
  const viewAt = (endsAt: number | null) =>
    ({ timer: endsAt === null ? null : { endsAt, closesPrompt: true } }) as ConsoleView;
  let newest = viewAt(null);
  const views = {
    console: () => {
      const read = newest;
      return waiting.length === 0
        ? new Promise<ConsoleView>((resolve) => waiting.push(() => resolve(read)))
        : Promise.resolve(read);
    },
  } as unknown as SessionViews;
  const publish = createPublish({
    db: undefined as never,
    views,
    io: () => undefined,
    timerChanged: (_, endsAt) => armed.push(endsAt),
    afterResponses: async () => undefined,
    questions: async () => [],
    pulse: async () => ({ signals: 0, shares: null }),
  });

  const first = publish.sessionChanged(id);
  while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
  newest = viewAt(5000);
  const second = publish.sessionChanged(id);
  await new Promise((resolve) => setImmediate(resolve));
  waiting[0]?.(newest);
  await Promise.all([first, second]);
  expect(armed).toEqual([null, 5000]);
  publish.stop();
});
