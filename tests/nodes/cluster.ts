import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { type Balancer, openBalancer } from "@/tests/nodes/balancer";
import { type AttuneProcess, startAttune } from "@/tests/support/attune-process";
import { testDatabase } from "@/tests/support/database";
import { type LiveClass, openClass } from "@/tests/support/live-class";
import { startRedis, type TestRedis } from "@/tests/support/redis";

/** Two real nodes on one database and one Redis, with a balancer before them and a class under way. */
export type Cluster = {
  redis: TestRedis;
  databaseUrl: string;
  balancer: Balancer;
  /** The addresses of the nodes themselves. */
  a: string;
  b: string;
  nodes: AttuneProcess[];
  /** The settings that every node has. */
  settings: Record<string, string>;
  /** Another session of the same class. */
  open: () => Promise<LiveClass>;
  /** Another process on a data directory of its own; not waited for. */
  start: (settings: Record<string, string>) => AttuneProcess;
  remove: () => Promise<void>;
};

export async function openCluster(more: Record<string, string> = {}): Promise<Cluster> {
  const [redis, database] = await Promise.all([startRedis(inject("redis")), testDatabase()]);
  const scratch = await mkdtemp(join(tmpdir(), "attune-nodes-"));
  const settings = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    ATTUNE_SECRET: "the one secret that all of the nodes share",
    ...more,
  };
  const started: AttuneProcess[] = [];
  const start = (given: Record<string, string>) => {
    const data = join(scratch, String(started.length));
    const node = startAttune({ ATTUNE_DATA: data, ...given }, "tests/nodes/node.ts");
    started.push(node);
    return node;
  };
  const nodes = [start(settings), start(settings)];
  await Promise.all(nodes.map((node) => node.ready()));
  const [a = "", b = ""] = nodes.map((node) => node.origin());
  const balancer = await openBalancer(() => [a, b]);
  return {
    redis,
    databaseUrl: database.url,
    balancer,
    a,
    b,
    nodes,
    settings,
    open: () => openClass(database.url, settings),
    start,
    remove: async () => {
      balancer.close();
      for (const node of started) node.child.kill("SIGTERM");
      await Promise.all(started.map((node) => node.exit()));
      await Promise.all([redis.remove(), database.close(), rm(scratch, { recursive: true, force: true })]);
    },
  };
}

/** Ends the sign-in of a class's facilitator, as the page of this node does. */
export async function signOut(site: string, { cookie }: LiveClass): Promise<void> {
  const answer = await fetch(`${site}/api/commands/sign-in:end`, { method: "POST", headers: { cookie } });
  expect(await answer.json()).toMatchObject({ ok: true });
}
