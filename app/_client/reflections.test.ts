import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readReflections, withoutStarter, writeReflection } from "@/app/_client/reflections";
import { limits } from "@/protocol/limits";

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
  });
});
afterEach(() => void vi.unstubAllGlobals());

it("keeps each text by its session and slide, and takes an empty one away", () => {
  expect(writeReflection("one", "evening", "I will sit down first")).toBe(true);
  writeReflection("one", "week", "I will call my sister");
  writeReflection("two", "evening", "Other class");
  expect(readReflections("one")).toEqual({ evening: "I will sit down first", week: "I will call my sister" });
  writeReflection("one", "evening", "");
  expect(readReflections("one")).toEqual({ week: "I will call my sister" });
  expect(readReflections("two")).toEqual({ evening: "Other class" });
});

it("keeps no more than the limit", () => {
  writeReflection("one", "evening", "x".repeat(limits.reflection + 5));
  expect(readReflections("one").evening).toHaveLength(limits.reflection);
});

it("says so when the browser keeps nothing, and reads nothing from what is broken", () => {
  stored.set("attune:one:reflections", "{not json");
  expect(readReflections("one")).toEqual({});
  stored.set("attune:one:reflections", JSON.stringify({ evening: 5, week: "yes" }));
  expect(readReflections("one")).toEqual({ week: "yes" });
  vi.stubGlobal("localStorage", {
    getItem: () => null,
    setItem: () => {
      throw new Error("full");
    },
  });
  expect(writeReflection("one", "evening", "gone with the page")).toBe(false);
});

it("takes the words that the class began with for nothing", () => {
  expect(withoutStarter("This week I will ", "This week I will")).toBe("");
  expect(withoutStarter("This week I will rest", "This week I will")).toBe("This week I will rest");
});
