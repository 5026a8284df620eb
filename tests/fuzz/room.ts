import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SlideId, slideId } from "@/protocol/ids";
import type { ConsoleView, ScreenView } from "@/protocol/views";
import { type AnsweringPhone, answeringPhones, choicesOf, textsOf } from "@/tests/support/answering";
import { type AttuneProcess, databaseUrl, startAttune } from "@/tests/support/attune-process";
import { type Client, step } from "@/tests/support/client";
import { type LiveClass, openClass } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

export type Held = { bytes: number; connections: number };

/** An Attune under attack, and two classes on it: the one that goes on, and the attacker's own. */
export type Besieged = {
  origin: string;
  attune: AttuneProcess;
  databaseUrl: string;
  victim: LiveClass;
  own: LiveClass;
  /** What the process holds once it has cleared up. */
  held: () => Promise<Held>;
  remove: () => Promise<void>;
};

export async function besiege(): Promise<Besieged> {
  const data = await mkdtemp(join(tmpdir(), "attune-fuzz-"));
  const settings = { ATTUNE_DATA: data, ATTUNE_MAX_PHONES: "10000", ATTUNE_LOG: "debug" };
  const attune = startAttune(settings, "tests/fuzz/measured-server.ts");
  await attune.ready();
  const url = databaseUrl(data);
  const told = () =>
    [...attune.stdout().matchAll(/^held (.*)$/gm)].map(([, json = "{}"]) => JSON.parse(json) as Held);
  return {
    origin: attune.origin(),
    attune,
    databaseUrl: url,
    victim: await openClass(url, settings),
    own: await openClass(url, settings),
    held: async () => {
      const before = told().length;
      attune.child.kill("SIGUSR2");
      await until(() => told().length > before);
      return told().at(-1) as Held;
    },
    remove: async () => {
      attune.child.kill("SIGTERM");
      await attune.exit();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A small class that goes on, round after round, whatever else happens. */
export type SmallClass = {
  phones: AnsweringPhone[];
  console: Client<ConsoleView>;
  screen: Client<ScreenView>;
  /** One more round of questions and answers; throws when a step is refused. */
  round: () => Promise<void>;
  rounds: () => number;
  leave: () => void;
};

export async function smallClass({ victim, origin }: Besieged): Promise<SmallClass> {
  const console = await victim.console(origin);
  const screen = await victim.screen(origin);
  const phones = await answeringPhones(8, origin, victim);
  let rounds = 0;
  /** As the console's page does it: late answers may have moved the session meanwhile (R64), then it is pressed again. */
  const press = async (name: "slide:go" | "prompt:open" | "prompt:close", slide: SlideId): Promise<void> => {
    try {
      await step(console, name, { slideId: slide });
    } catch (error) {
      if (!(error instanceof Error && error.message.includes("refused: stale"))) throw error;
      await press(name, slide);
    }
  };
  return {
    phones,
    console,
    screen,
    rounds: () => rounds,
    round: async () => {
      rounds += 1;
      for (const prompt of ["choice", "open"] as const) {
        const slide = slideId.parse(prompt);
        await press("slide:go", slide);
        await press("prompt:open", slide);
        for (const [n, phone] of phones.entries()) {
          const value = prompt === "choice" ? choicesOf(n + rounds, 1)[0] : textsOf(n, prompt, rounds).at(-1);
          if (value) phone.write(prompt, value);
        }
        await until(() => phones.every((phone) => phone.settled()));
        await press("prompt:close", slide);
      }
    },
    leave: () => {
      console.close();
      screen.close();
      for (const phone of phones) phone.close();
    },
  };
}
