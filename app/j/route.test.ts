import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { GET } from "@/app/j/route";

const leadsTo = (typed: string) => {
  const address = `http://localhost/j?${new URLSearchParams({ code: typed })}`;
  return GET(new NextRequest(address)).headers.get("location");
};

test("a code leads in, in whatever script its digits are", () => {
  expect(leadsTo("1234 5678")).toBe("/j/12345678");
  expect(leadsTo("١٢٣٤٥٦٧٨")).toBe("/j/12345678");
});

test("what is no code comes back to the field, cut between two signs", () => {
  expect(leadsTo("12")).toBe("/?code=12");
  const many = leadsTo(`x${"👩".repeat(60)}`) ?? "";
  expect(decodeURIComponent(many)).toBe(`/?code=x${"👩".repeat(39)}`);
});
