import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "@/tests/support/chromium";
import { type Counts, call, type Step, say } from "@/tests/support/steps";

type VitestReport = { numTotalTests: number; numPassedTests: number };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** One project of vitest.config.ts. */
export function vitest(title: string, project: string): Step {
  return {
    title,
    run: () =>
      withReport(async (report) => {
        const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
        const code = await call("vitest", [...args, `--outputFile.json=${report}`]);
        const { numTotalTests: total, numPassedTests: passed } = await read<VitestReport>(report);
        return counted(code, passed, total - passed);
      }),
  };
}

/** The end-to-end tests, in a Chromium that is found or installed first. */
export function playwright(title: string): Step {
  return {
    title,
    run: () =>
      withReport(async (report) => {
        const code = await call("playwright", ["test", "--reporter=list,json"], {
          CHROMIUM_PATH: findChromium(say),
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        });
        const { stats, errors } = await read<PlaywrightReport>(report);
        return counted(code, stats.expected, stats.unexpected + stats.flaky + stats.skipped + errors.length);
      }),
  };
}

/**
 * What did not pass has failed, also when it was skipped. An unhappy exit code
 * without a failed test is a failure outside of the tests, and so is a suite that ran nothing.
 */
function counted(code: number, passed: number, failed: number): Counts {
  const outside = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: outside ? 1 : failed };
}

async function withReport(run: (file: string) => Promise<Counts>): Promise<Counts> {
  const directory = await mkdtemp(join(tmpdir(), "attune-report-"));
  try {
    return await run(join(directory, "report.json"));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function read<Report>(file: string): Promise<Report> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error("The tests ended without a report.");
  });
  return JSON.parse(text) as Report;
}
