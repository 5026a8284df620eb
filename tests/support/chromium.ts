import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

/** Names under which systems have it, and where macOS keeps what is not on the path. */
const installed = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const none =
  "No Chromium was found and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH to its program.";

/**
 * A Chromium that starts: the one named by CHROMIUM_PATH, the system's, Playwright's
 * own, or one installed now. Answers its path, or throws one sentence for a person.
 */
export function findChromium(say: (sentence: string) => void): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is set to ${named}, which is not a Chromium that starts here.`);
  }
  return (
    installed.map(pathOf).find(starts) ?? playwrights() ?? fetched(say) ?? fromPackages(say) ?? refuse(none)
  );
}

/** What is there may still not run: a stub for a package manager, or a browser without its libraries. */
function starts(program: string | undefined): program is string {
  if (!program) return false;
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 && /chrom/i.test(stdout);
}

function pathOf(name: string): string | undefined {
  if (name.startsWith("/")) return name;
  const { status, stdout } = spawnSync("/bin/sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

function playwrights(): string | undefined {
  const path = chromium.executablePath();
  return starts(path) ? path : undefined;
}

function fetched(say: (sentence: string) => void): string | undefined {
  say("No Chromium here: Playwright fetches one.");
  const playwright = fileURLToPath(new URL("../../node_modules/.bin/playwright", import.meta.url));
  spawnSync(playwright, ["install", "chromium"], { stdio: "inherit", timeout: 10 * 60_000 });
  return playwrights();
}

function fromPackages(say: (sentence: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !pathOf("apt-get")) return undefined;
  say("The system's packages have a Chromium: it is installed.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]])
    spawnSync("apt-get", args, { stdio: "inherit", env, timeout: 10 * 60_000 });
  return installed.map(pathOf).find(starts);
}

function refuse(sentence: string): never {
  throw new Error(sentence);
}
