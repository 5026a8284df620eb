import { expect, test } from "vitest";
import { createGate } from "@/server/gate";

test("what comes on top is refused, and let in once something has gone", async () => {
  const gate = createGate(1);
  let end: (said: string) => void = () => {};
  const over = new Promise<string>((resolve) => {
    end = resolve;
  });
  const first = gate(() => over);
  await expect(gate(async () => "second")).rejects.toMatchObject({ code: "overloaded" });
  end("first");
  expect(await first).toBe("first");
  await expect(gate(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await gate(async () => "third")).toBe("third");
});
