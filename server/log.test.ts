import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "@/server/log";

const lines: string[] = [];
beforeEach(() => {
  vi.stubEnv("ATTUNE_LOG", "warn");
  vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterEach(() => {
  lines.length = 0;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("an event is one line of JSON with the fields that were given", () => {
  log.warn("sign-in throttled", { requestId: "r1" });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "warn",
    event: "sign-in throttled",
    requestId: "r1",
  });
});

test("what is less than the level is not written", () => {
  log.info("quiet");
  log.debug("quiet");
  expect(lines).toHaveLength(0);
});

test("nothing that a participant wrote gets in through an error", () => {
  const said = "I shouted at her this morning";
  const database = Object.assign(new Error(`invalid input: "${said}"`), {
    name: "PostgresError",
    code: "22P02",
  });
  log.error("failed", {}, database);
  log.error("failed", {}, new DrizzleQueryError("insert into responses values ($1)", [said], database));
  log.error("failed", {}, new Error("outer", { cause: database }));
  try {
    JSON.parse(`{${said}`);
  } catch (error) {
    log.error("failed", {}, error);
  }
  log.error("failed", {}, said);
  expect(lines).toHaveLength(5);
  expect(lines.join("")).not.toContain("shouted");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ error: "PostgresError", code: "22P02" });
});

test("an error of ours says what and where", () => {
  log.error("failed", {}, new Error("a plain reason"));
  const line = JSON.parse(lines[0] ?? "");
  expect(line.message).toBe("a plain reason");
  expect(line.stack).toContain("log.test.ts");
});
