import { type AnsweringPhone, answeringPhones, choicesOf, textsOf } from "@/tests/support/answering";
import { type Audit, audit } from "@/tests/support/audit";
import type { LiveClass } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

export type Crowd = {
  phones: AnsweringPhone[];
  /** Everybody begins to answer this prompt, and to change what they said as soon as it is there. */
  answer: (prompt: "choice" | "open", changes: number) => void;
  acknowledgements: () => number;
  /** Nobody sends anything more: what was acknowledged by now is exactly what must be stored. */
  hold: () => void;
  goOn: () => void;
  /** Until nothing waits on any phone. */
  settled: () => Promise<void>;
  audit: (url: string) => Promise<Audit>;
  leave: () => void;
};

/** A room full of phones. */
export async function crowdOf(count: number, live: LiveClass, site: string): Promise<Crowd> {
  const phones = await answeringPhones(count, site, live);
  return {
    phones,
    answer: (prompt, changes) => {
      for (const [n, phone] of phones.entries())
        phone.writeAll(prompt, prompt === "choice" ? choicesOf(n, changes) : textsOf(n, prompt, changes));
    },
    acknowledgements: () => phones.reduce((sum, phone) => sum + phone.acknowledgements(), 0),
    hold: () => {
      for (const phone of phones) phone.hold();
    },
    goOn: () => {
      for (const phone of phones) phone.goOn();
    },
    settled: () => until(() => phones.every((phone) => phone.settled())),
    audit: (url) => audit(url, live.id, phones),
    leave: () => {
      for (const phone of phones) phone.close();
    },
  };
}
