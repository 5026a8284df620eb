// Loaded before Attune's own code: at SIGUSR2 the clock is set by as many ms as the file says, as a system's clock is.
import { readFileSync } from "node:fs";

const trueNow = Date.now;
let moved = 0;
process.on("SIGUSR2", () => {
  moved = Number(readFileSync(process.env.CLOCK_FILE ?? "", "utf8"));
});
Date.now = () => trueNow() + moved;
