import type { Random } from "@/tests/fuzz/random";

const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

/** A value where something else is expected: wrong in type, size, range or letters. */
export function oddValue(random: Random): unknown {
  return random.pick<() => unknown>([
    () => null,
    () => random.chance(0.5),
    () => random.pick([-1, 0.5, 1e308, -1e308, 2 ** 53, 4_294_967_296, -0]),
    () => "",
    () => "x".repeat(random.pick([1, 31, 301, 501, 2001, 8000])),
    () => random.pick(["\u0000", "\ud800", "a\u0000b", "\u202e", "\ufeff", "👩‍👩‍👧‍👦".repeat(50)]),
    () => random.pick(["__proto__", "constructor", "toString", "../..", "%00", "' or 1=1 --", "$where"]),
    () => random.pick(["<script>fuzzed=1</script>", '"><img src=x onerror=fuzzed=1>', "{{7*7}}", "=1+1"]),
    () => [],
    () => ({}),
    () => nested(random.pick([2, 50, 1000])),
    () => Array.from({ length: random.pick([1, 13, 600]) }, (_, n) => n),
    () => ({ ["__proto__"]: { kind: "console", ok: true } }),
    () => ({ _placeholder: true, num: random.below(3) }),
    () => ({ toJSON: 1, length: -1, constructor: { prototype: { polluted: true } } }),
    () => random.uuid(),
    () => random.hex(64),
  ])();
}

/** The same with one thing in it broken: replaced, gone, doubled or strange. */
export function broken(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    const at = random.below(value.length);
    return random.chance(0.3)
      ? [...value, ...value]
      : value.map((one, n) => (n === at ? broken(one, random) : one));
  }
  if (typeof value === "object" && value !== null && random.chance(0.85)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return { odd: oddValue(random) };
    const [name = ""] = random.pick(entries);
    if (random.chance(0.2)) return Object.fromEntries(entries.filter(([one]) => one !== name));
    if (random.chance(0.15))
      return { ...value, [random.pick(["__proto__", "rev", "kind", "as"])]: oddValue(random) };
    return Object.fromEntries(
      entries.map(([one, held]) => [one, one === name ? broken(held, random) : held]),
    );
  }
  return oddValue(random);
}
