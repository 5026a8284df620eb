import type { IncomingMessage } from "node:http";
import type { CommandName } from "@/protocol/commands";
import { getApp } from "@/server/app";
import { runAttune } from "@/server/attune";

/** The whole process but for its pages, which need a build; of them only the door for commands, which take no input here. */
await runAttune({
  prepare: async () => undefined,
  open: async () => ({
    handle: (request, response) => {
      void run(request).then((ack) => response.end(JSON.stringify(ack)));
    },
    close: async () => undefined,
  }),
});

async function run({ url, headers }: IncomingMessage) {
  const app = getApp();
  const name = url?.replace("/api/commands/", "") as CommandName;
  return app.execute(await app.actorOf(headers.cookie), name, {}, { address: "127.0.0.1" });
}
