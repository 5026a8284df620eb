import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "@/server/auth/passwords";

test("hashes with argon2id at OWASP's cost and a salt of its own", async () => {
  const [one, other] = await Promise.all([hashPassword("good enough"), hashPassword("good enough")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});

test("knows the right password, and an accent however it was composed", async () => {
  const hash = await hashPassword("contraseña fácil");
  expect(await passwordMatches(hash, "contraseña fácil".normalize("NFD"))).toBe(true);
  expect(await passwordMatches(hash, "contrasena facil")).toBe(false);
});

test("an unknown facilitator's password is wrong, whatever it is", async () => {
  expect(await passwordMatches(undefined, "")).toBe(false);
  expect(await passwordMatches(undefined, "good enough")).toBe(false);
});
