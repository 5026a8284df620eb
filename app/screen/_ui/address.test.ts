import { expect, it } from "vitest";
import { joinLink, shortAddress, spacedCode } from "@/app/screen/_ui/address";

it("shortens an address to what a person types", () => {
  expect(shortAddress("https://attune.example/")).toBe("attune.example");
  expect(shortAddress("http://192.168.1.20:3000/")).toBe("192.168.1.20:3000");
  expect(shortAddress("https://example.org/attune/")).toBe("example.org/attune");
});

it("leads to the code's own page", () => {
  expect(joinLink("https://attune.example/", "12345678")).toBe("https://attune.example/j/12345678");
  expect(joinLink("https://example.org/attune", "12345678")).toBe("https://example.org/attune/j/12345678");
});

it("spaces the code", () => {
  expect(spacedCode("12345678")).toBe("1234 5678");
});
