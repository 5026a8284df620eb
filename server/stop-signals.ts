/** Ctrl-C under npm arrives twice, from the terminal and from npm: the second within a second is the same. */
const echoMs = 1000;

/** The first Ctrl-C or SIGTERM stops in order, the next one at once. */
export function onStopSignal({ gently, now }: { gently: () => void; now: () => void }): void {
  let first: number | undefined;
  const asked = () => {
    if (first === undefined) {
      first = performance.now();
      gently();
    } else if (performance.now() - first > echoMs) now();
  };
  process.on("SIGINT", asked);
  process.on("SIGTERM", asked);
  // The terminal was closed. Under nohup there is none, and Node would die of it all the same.
  process.on("SIGHUP", process.stdout.isTTY ? asked : () => undefined);
}
