import { expect, test } from "vitest";
import { intentOf, type KeyTarget } from "@/app/_client/console-keys";

const plain = { ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, code: "" };
const page = { target: "page" as KeyTarget, letters: true, rightToLeft: false };
const meaning = (key: string, more: object = {}, on: object = {}) =>
  intentOf({ ...plain, key, ...more }, { ...page, ...on });

test("keys of the keyboard and of presenters mean the same", () => {
  for (const key of [" ", "ArrowRight", "PageDown"]) expect(meaning(key)).toBe("forward");
  for (const key of ["ArrowLeft", "PageUp"]) expect(meaning(key)).toBe("back");
  for (const key of ["b", "B", "."]) expect(meaning(key)).toBe("blank");
});

test("letters mean what the help sheet says", () => {
  const meant = ["o", "r", "t", "u", "j", "q", "?"].map((key) => meaning(key));
  expect(meant).toEqual(["phase", "results", "timer", "undo", "jump", "questions", "help"]);
});

test("a key with Ctrl, Meta or Alt is the browser's", () => {
  for (const held of ["ctrlKey", "metaKey", "altKey"])
    for (const key of ["ArrowRight", "b", " "]) expect(meaning(key, { [held]: true })).toBeNull();
});

test("a key that is held down counts once", () => {
  expect(meaning("PageDown", { repeat: true })).toBeNull();
});

test("no key is taken from somebody who types", () => {
  for (const key of ["o", " ", "ArrowLeft", "PageDown"])
    expect(meaning(key, {}, { target: "field" })).toBeNull();
  expect(meaning("b", { isComposing: true })).toBeNull();
});

test("Space on a button is the button's; a presenter still works there", () => {
  expect(meaning(" ", {}, { target: "control" })).toBeNull();
  expect(meaning("PageDown", {}, { target: "control" })).toBe("forward");
});

test("notes keep the keys that scroll them, as long as there is more to read", () => {
  const on = (up: boolean, down: boolean) => ({ scrolls: { up, down } });
  for (const key of [" ", "PageDown"]) {
    expect(meaning(key, {}, on(false, true))).toBeNull();
    expect(meaning(key, {}, on(true, false))).toBe("forward");
  }
  expect(meaning("PageUp", {}, on(true, false))).toBeNull();
  expect(meaning("PageUp", {}, on(false, true))).toBe("back");
  for (const [key, intent] of [
    ["ArrowRight", "forward"],
    ["b", "blank"],
  ] as const)
    expect(meaning(key, {}, on(true, true))).toBe(intent);
});

test("without letters only the other keys are left", () => {
  for (const key of ["o", "b", ".", "?"]) expect(meaning(key, {}, { letters: false })).toBeNull();
  expect(meaning("ArrowRight", {}, { letters: false })).toBe("forward");
});

test("arrows follow the direction of reading, page keys do not", () => {
  expect(meaning("ArrowLeft", {}, { rightToLeft: true })).toBe("forward");
  expect(meaning("ArrowRight", {}, { rightToLeft: true })).toBe("back");
  expect(meaning("PageDown", {}, { rightToLeft: true })).toBe("forward");
});

test("on a keyboard of another script the place of the key counts", () => {
  expect(meaning("и", { code: "KeyB" })).toBe("blank");
  expect(meaning("é", { code: "Digit2" })).toBeNull();
});
