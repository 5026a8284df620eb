import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sessionId } from "@/protocol/ids";
import { createCatchUp } from "@/server/sockets/catch-up";

const id = sessionId.parse("11111111-1111-4111-8111-111111111111");
let stored = { id, rev: 1, endsAt: null as number | null };
let here = [id];
let deaf = false;

const parts = () => ({
  sessionsHere: () => here,
  stands: vi.fn(async () => [stored]),
  deaf: () => deaf,
  arm: vi.fn(),
  tellViews: vi.fn(async () => undefined),
  tellCounts: vi.fn(async () => undefined),
  endSignIns: vi.fn(async () => undefined),
});

beforeEach(() => {
  vi.useFakeTimers();
  stored = { id, rev: 1, endsAt: null };
  here = [id];
  deaf = false;
});
afterEach(() => void vi.useRealTimers());

const looks = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

test("R25: what the database has and nobody was told is told, once it is not merely on its way", async () => {
  const one = parts();
  const catchUp = createCatchUp(one);
  catchUp.greeted(id, 1);
  await looks(3);
  expect(one.tellViews).not.toHaveBeenCalled();
  stored.rev = 2;
  await looks(1);
  expect(one.tellViews).not.toHaveBeenCalled();
  await looks(1);
  expect(one.tellViews).toHaveBeenCalledExactlyOnceWith(id);
  catchUp.told(id, 2);
  await looks(3);
  expect(one.tellViews).toHaveBeenCalledTimes(1);
  expect(one.tellCounts).not.toHaveBeenCalled();
  await catchUp.stop();
});

test("R25: a socket that was greeted with less than the others knows is caught up as well", async () => {
  const one = parts();
  const catchUp = createCatchUp(one);
  stored.rev = 5;
  catchUp.told(id, 5);
  catchUp.greeted(id, 4);
  await looks(2);
  expect(one.tellViews).toHaveBeenCalledTimes(1);
  await catchUp.stop();
});

test("R25: a node that hears nothing tells at the first look, and all that is told between views", async () => {
  const one = parts();
  const catchUp = createCatchUp(one);
  catchUp.greeted(id, 1);
  deaf = true;
  stored.rev = 2;
  await looks(1);
  expect(one.tellViews).toHaveBeenCalledTimes(1);
  expect(one.tellCounts).toHaveBeenCalledTimes(1);
  expect(one.endSignIns).toHaveBeenCalledTimes(1);
  await catchUp.stop();
});

test("what may have been missed is told once, also when the database answers late", async () => {
  const one = parts();
  const catchUp = createCatchUp(one);
  catchUp.greeted(id, 1);
  catchUp.missed();
  one.stands.mockRejectedValueOnce(new Error("away"));
  await looks(2);
  expect(one.tellViews).toHaveBeenCalledTimes(1);
  expect(one.tellCounts).toHaveBeenCalledTimes(1);
  catchUp.told(id, 1);
  await looks(3);
  expect(one.tellViews).toHaveBeenCalledTimes(1);
  expect(one.tellCounts).toHaveBeenCalledTimes(1);
  await catchUp.stop();
});

test("R18: every node arms the deadlines that it sees, but none that has been replaced", async () => {
  const one = parts();
  const catchUp = createCatchUp(one);
  catchUp.greeted(id, 1);
  stored.endsAt = 5000;
  await looks(1);
  expect(one.arm).toHaveBeenCalledExactlyOnceWith(id, 5000);
  catchUp.told(id, 2);
  await looks(1);
  expect(one.arm).toHaveBeenCalledTimes(1);
  await catchUp.stop();
});

test("without sockets the database is asked nothing", async () => {
  const one = parts();
  const catchUp = createCatchUp(one);
  here = [];
  await looks(5);
  expect(one.stands).not.toHaveBeenCalled();
  await catchUp.stop();
});

test("a session that cannot be told keeps no other from being told", async () => {
  const other = sessionId.parse("22222222-2222-4222-8222-222222222222");
  here = [id, other];
  const one = {
    ...parts(),
    stands: vi.fn(async () => [stored, { id: other, rev: 2, endsAt: null }]),
    tellViews: vi.fn(async (told: string) => {
      if (told === id) throw new Error("broken");
    }),
  };
  stored.rev = 2;
  const catchUp = createCatchUp(one);
  await looks(2);
  expect(one.tellViews).toHaveBeenCalledWith(other);
  await catchUp.stop();
});
