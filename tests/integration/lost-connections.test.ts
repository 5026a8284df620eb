import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("connections that are lost within transactions refuse these, and the pool goes on", async () => {
  const program = ["--import", "tsx", "tests/support/severed-transactions.ts", inject("postgres").url];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
  expect(JSON.parse(stdout)).toEqual({
    refused: 10,
    // Once the driver no longer writes to connections that are gone, isLateWrite can go.
    lateWrites: true,
    otherErrors: 0,
    answers: Array<boolean>(20).fill(true),
  });
});
