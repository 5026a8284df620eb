import { setTimeout as wait } from "node:timers/promises";

/** Waits for a state, looking again every few milliseconds; the test's own time limit ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(10);
}
