import { buildPages, runAttune } from "@/server/attune";
import { nextPages } from "@/server/pages";

const pages = nextPages({ dev: process.argv.includes("--dev") });
if (process.argv.includes("--build")) await buildPages(pages);
else await runAttune(pages);
