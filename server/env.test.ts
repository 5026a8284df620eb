import { resolve } from "node:path";
import { expect, test } from "vitest";
import { StartupError } from "@/db/startup-error";
import { parseConfig } from "@/server/env";

test("everything has a default", () => {
  expect(parseConfig({})).toEqual({
    port: 3000,
    host: undefined,
    databaseUrl: undefined,
    redisUrl: undefined,
    data: resolve("data"),
    secret: undefined,
    acceptSecret: false,
    url: undefined,
    idleMinutes: 240,
    maxPhones: 500,
    textDays: 90,
    trustProxy: false,
    metricsToken: undefined,
    log: "warn",
  });
});

test("what is set to nothing is not set", () => {
  expect(parseConfig({ PORT: "", ATTUNE_URL: " " })).toEqual(parseConfig({}));
});

test("what is set is taken", () => {
  const config = parseConfig({
    PORT: "80",
    ATTUNE_URL: "https://class.example.org",
    ATTUNE_TRUST_PROXY: "yes",
  });
  expect(config.port).toBe(80);
  expect(config.url?.origin).toBe("https://class.example.org");
  expect(config.trustProxy).toBe(true);
});

test.each([
  ["PORT", "many", "a whole number from 0 to 65535"],
  ["PORT", "70000", "a whole number from 0 to 65535"],
  ["HOST", "no such host", "an address of this machine"],
  ["DATABASE_URL", "mysql://x", "an address like postgres://"],
  ["REDIS_URL", "127.0.0.1:6379", "an address like redis://"],
  ["REDIS_URL", "redis://host:port", "an address like redis://"],
  ["ATTUNE_METRICS_TOKEN", "short", "at least 16 characters"],
  ["ATTUNE_SECRET", "short", "at least 32 characters"],
  ["ATTUNE_URL", "class.example.org", "the public address"],
  ["ATTUNE_URL", "https://example.org/class", "the public address without a path"],
  ["ATTUNE_IDLE_MINUTES", "0", "a whole number from 5 to 10080"],
  ["ATTUNE_MAX_PHONES", "1.5", "a whole number from 1 to 10000"],
  ["ATTUNE_TEXT_DAYS", "-1", "a whole number from 1 to 3650"],
  ["ATTUNE_TRUST_PROXY", "true", "`yes` or `no`"],
  ["ATTUNE_LOG", "loud", "`error`, `warn`, `info` or `debug`"],
])("%s=%s is refused by name, with what it takes", (name, value, takes) => {
  expect(() => parseConfig({ [name]: value })).toThrow(StartupError);
  expect(() => parseConfig({ [name]: value })).toThrow(`${name} is not set right: it takes ${takes}`);
});

test("a setting that does not exist is refused with the one that was meant", () => {
  expect(() => parseConfig({ ATTUNE_MAX_PHONE: "9" })).toThrow("did you mean ATTUNE_MAX_PHONES?");
});

test("several nodes need one database that all of them use", () => {
  const redis = { REDIS_URL: "redis://:hush-hush@127.0.0.1:6379" };
  expect(() => parseConfig(redis)).toThrow(/^REDIS_URL is set without DATABASE_URL: (?!.*hush)/);
  expect(parseConfig({ ...redis, DATABASE_URL: "postgres://127.0.0.1/attune" }).redisUrl).toBe(
    redis.REDIS_URL,
  );
});
