import { expect, test } from "vitest";
import { digitsOf, spaced } from "@/app/j/code";

test.each([
  ["12345678", "12345678"],
  [" 1234 5678 ", "12345678"],
  ["1234-5678.", "12345678"],
  ["١٢٣٤ ٥٦٧٨", "12345678"],
  ["۱۲۳۴۵۶۷۸", "12345678"],
  ["१२३४५६७८", "12345678"],
  ["１２３４５６７８", "12345678"],
  ["𝟏𝟐𝟑𝟒𝟝𝟞𝟟𝟠", "12345678"],
  ["code 90", "90"],
  ["half ½ and ²", ""],
  ["", ""],
])("reads the digits of %j", (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});

test.each([
  ["12345678", "1234 5678"],
  ["1234", "1234"],
  ["12345", "1234 5"],
  ["", ""],
])("prints %j in two groups", (code, printed) => {
  expect(spaced(code)).toBe(printed);
});
