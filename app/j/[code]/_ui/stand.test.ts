import { expect, test } from "vitest";
import type { OwnResponse } from "@/app/_client/notebook";
import { standOf } from "@/app/j/[code]/_ui/stand";

const own = (status: OwnResponse["status"]): OwnResponse => ({
  value: { kind: "open", text: "Sleep", language: "en" },
  status,
});

test("nothing is written before a prompt opens, nor after it closed", () => {
  expect(standOf("ready", undefined, false)).toBe("wait");
  expect(standOf("closed", undefined, true)).toBe("closed");
  expect(standOf("closed", own("sent"), false)).toBe("closed");
});

test("an open prompt is written on until it is answered, and again on wish", () => {
  expect(standOf("open", undefined, false)).toBe("write");
  expect(standOf("open", own("sending"), false)).toBe("answered");
  expect(standOf("open", own("waiting"), false)).toBe("answered");
  expect(standOf("open", own("sent"), false)).toBe("answered");
  expect(standOf("open", own("sent"), true)).toBe("write");
});

test("an answer that was late or refused can be sent when the prompt is open again", () => {
  expect(standOf("open", own("late"), false)).toBe("write");
  expect(standOf("open", own("refused"), false)).toBe("write");
});
