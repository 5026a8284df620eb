import { runAttune } from "@/server/attune";
import { nextPages } from "@/server/pages";

await runAttune(nextPages({ dev: process.argv.includes("--dev") }));
