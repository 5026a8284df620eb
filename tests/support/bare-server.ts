import { runAttune } from "@/server/attune";

/** The whole process but for its pages, which need a build: for tests of starting and stopping. */
await runAttune({
  prepare: async () => undefined,
  open: async () => ({
    handle: (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/plain" }).end("a page\n");
    },
    close: async () => undefined,
  }),
});
