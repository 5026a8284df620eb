import { buildWhenNeeded } from "@/server/build";
import { type Counts, check, passed, root, runStep, type Step, say } from "@/tests/support/steps";
import { playwright, vitest } from "@/tests/support/suites";

/**
 * `npm test`, and `npm run verify`, which leaves out what takes minutes. Its last
 * line is `N passed, N failed`: tests are counted one by one, every other check as one.
 */
const quick = process.argv.includes("--verify");

const checks = [
  check("Format, lint and import rules", ["biome", "check", "--error-on-warnings", "."]),
  // A fresh checkout has none of the types that Next.js makes from the routes.
  check("Types", ["next", "typegen"], ["tsc", "--noEmit"]),
  check("Dead code", ["knip"]),
];
const suites = [vitest("Unit tests", "unit"), vitest("Integration tests", "integration")];
const faults = vitest("Fault tests", "fault");
const nodes = vitest("Several nodes", "nodes");
const build: Step = {
  title: "Build",
  run: async () => {
    await buildWhenNeeded(root, say, new AbortController().signal);
    return passed;
  },
};

// Ctrl-C reaches the running step too: it ends by itself, and nothing is begun after it.
let interrupted = false;
process.on("SIGINT", () => {
  interrupted = true;
});

const total: Counts = { passed: 0, failed: 0 };

/** Whether the step went well. */
async function take(step: Step): Promise<boolean> {
  if (interrupted) return false;
  const counts = await runStep(step);
  total.passed += counts.passed;
  total.failed += counts.failed;
  return counts.failed === 0;
}

// One broken rule tends to break the next; the tests say something of their own.
for (const step of checks) if (!(await take(step))) break;
for (const step of suites) await take(step);
if (!quick) for (const step of [faults, nodes]) await take(step);
if (!quick && (await take(build)))
  for (const step of [vitest("Fuzzer", "fuzz"), playwright("End-to-end tests")]) await take(step);

if (interrupted) process.exitCode = 130;
else if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
say(`\n${total.passed} passed, ${total.failed} failed`);
