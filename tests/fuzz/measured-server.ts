import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { runAttune } from "@/server/attune";
import { nextPages } from "@/server/pages";

/** The whole process, which also says how much it holds when it is asked. */
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
process.on("SIGUSR2", () => {
  collect();
  collect();
  const connections = process.getActiveResourcesInfo().filter((one) => one === "TCPSocketWrap").length;
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`held ${JSON.stringify({ bytes: heapUsed + external, connections })}\n`);
});
await runAttune(nextPages({ dev: false }));
