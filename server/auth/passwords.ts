import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id, which is this library's default algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(written(password), cost);
}

/** Takes as long for an unknown facilitator (no hash) as for a wrong password, so timing tells nothing. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (passwordHash === undefined) {
    await hashPassword(password);
    return false;
  }
  return verify(passwordHash, written(password));
}

/** Keyboards compose accents differently; the same password typed elsewhere must stay the same. */
function written(password: string): string {
  return password.normalize("NFKC");
}
