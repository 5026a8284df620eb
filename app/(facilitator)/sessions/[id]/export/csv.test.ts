import { expect, test } from "vitest";
import { csvOf } from "./csv";

const cell = (text: string) =>
  csvOf([[text]])
    .slice(1)
    .replace(/\r\n$/, "");

test("lines end as RFC 4180 says, and the file begins with the mark of UTF-8", () => {
  expect(
    csvOf([
      ["a", 1, undefined],
      ["niño", 0.5],
    ]),
  ).toBe("\uFEFFa,1,\r\nniño,0.5\r\n");
});

test("commas, quotes and line breaks stay inside their cell", () => {
  expect(cell("one, two")).toBe('"one, two"');
  expect(cell('she said "yes"')).toBe('"she said ""yes"""');
  expect(cell("one\ntwo")).toBe('"one\ntwo"');
});

test("what would run as a formula is text", () => {
  for (const begin of ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
    expect(cell(`${begin}1`)).toBe(`'${begin}1`);
  expect(cell("\t=1")).toBe("'\t=1");
  expect(cell("\r=1")).toBe('"\'\r=1"');
  expect(cell('=HYPERLINK("http://example.org","tea")')).toBe(
    `"'=HYPERLINK(""http://example.org"",""tea"")"`,
  );
  expect(cell("3 = 3")).toBe("3 = 3");
});

test("a number is a number, also below zero", () => {
  expect(csvOf([[-1]])).toBe("\uFEFF-1\r\n");
});
