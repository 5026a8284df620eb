import { resolve } from "node:path";
import { z } from "zod";
import { StartupError } from "@/db/startup-error";

const whole = (min: number, max: number, usual: number) =>
  z.coerce
    .number({ error: `a whole number from ${min} to ${max}` })
    .int({ error: `a whole number from ${min} to ${max}` })
    .min(min, { error: `a whole number from ${min} to ${max}` })
    .max(max, { error: `a whole number from ${min} to ${max}` })
    .default(usual);

const yesNo = z
  .enum(["yes", "no"], { error: "`yes` or `no`" })
  .default("no")
  .transform((value) => value === "yes");

/** Every setting of Attune; the README has the same table. */
const environment = z.object({
  PORT: whole(0, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: "an address of this machine, such as 127.0.0.1" })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: "an address like postgres://user:password@host:5432/name" })
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, { error: "an address like redis://user:password@host:6379" })
    .refine((url) => URL.canParse(url), { error: "an address like redis://user:password@host:6379" })
    .optional(),
  ATTUNE_DATA: z
    .string()
    .default("./data")
    .transform((path) => resolve(path)),
  ATTUNE_SECRET: z.string().min(32, { error: "at least 32 characters that nobody can guess" }).optional(),
  ATTUNE_ACCEPT_SECRET: yesNo,
  ATTUNE_URL: z
    .url({ protocol: /^https?$/, error: "the public address, such as https://class.example.org" })
    .transform((address) => new URL(address))
    .refine((url) => url.pathname === "/" && !url.search, {
      error: "the public address without a path, such as https://class.example.org",
    })
    .optional(),
  ATTUNE_IDLE_MINUTES: whole(5, 10_080, 240),
  ATTUNE_MAX_PHONES: whole(1, 10_000, 500),
  ATTUNE_TEXT_DAYS: whole(1, 3650, 90),
  ATTUNE_TRUST_PROXY: yesNo,
  ATTUNE_METRICS_TOKEN: z
    .string()
    .min(16, { error: "at least 16 characters that nobody can guess" })
    .optional(),
  ATTUNE_LOG: z
    .enum(["error", "warn", "info", "debug"], { error: "`error`, `warn`, `info` or `debug`" })
    .default("warn"),
});

/** The parsed settings. */
export type Config = ReturnType<typeof named>;

/** Whether people reach Attune over https, as far as its settings say. */
export const isHttps = ({ url }: Pick<Config, "url">): boolean => url?.protocol === "https:";

export function parseConfig(env: Record<string, string | undefined>): Config {
  // What is set to nothing is not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  for (const name of Object.keys(given)) {
    if (name.startsWith("ATTUNE_") && !(name in environment.shape))
      throw new StartupError(
        `${name} is not a setting of Attune: did you mean ${nearest(name)}? The README lists them all.`,
      );
  }
  const parsed = environment.safeParse(given);
  if (parsed.success) {
    if (parsed.data.REDIS_URL && !parsed.data.DATABASE_URL)
      throw new StartupError(
        "REDIS_URL is set without DATABASE_URL: several nodes need one PostgreSQL server that all of them use. Set DATABASE_URL too, or unset REDIS_URL.",
      );
    return named(parsed.data);
  }
  const [issue] = parsed.error.issues;
  throw new StartupError(`${String(issue?.path[0])} is not set right: it takes ${issue?.message}.`);
}

function named(values: z.output<typeof environment>) {
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    /** Set when other nodes may share the database. */
    redisUrl: values.REDIS_URL,
    data: values.ATTUNE_DATA,
    secret: values.ATTUNE_SECRET,
    acceptSecret: values.ATTUNE_ACCEPT_SECRET,
    /** Where people reach us when something stands in front; decides join links and https. */
    url: values.ATTUNE_URL,
    idleMinutes: values.ATTUNE_IDLE_MINUTES,
    maxPhones: values.ATTUNE_MAX_PHONES,
    textDays: values.ATTUNE_TEXT_DAYS,
    trustProxy: values.ATTUNE_TRUST_PROXY,
    metricsToken: values.ATTUNE_METRICS_TOKEN,
    log: values.ATTUNE_LOG,
  };
}

/** The setting that shares most letters, in place, with what was typed. */
function nearest(name: string): string {
  const score = (known: string) => {
    let same = 0;
    while (same < name.length && name[same] === known[same]) same++;
    let end = 0;
    while (end < name.length && name.at(-1 - end) === known.at(-1 - end)) end++;
    return same + end;
  };
  const known = Object.keys(environment.shape).filter((key) => key.startsWith("ATTUNE_"));
  return known.reduce((best, key) => (score(key) > score(best) ? key : best));
}
