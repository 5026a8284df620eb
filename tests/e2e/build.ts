import { buildWhenNeeded } from "@/server/build";
import { root, say } from "@/tests/support/steps";

/** Once, before the workers: two servers that start at the same time would both build. */
export default function build(): Promise<void> {
  return buildWhenNeeded(root, say, new AbortController().signal);
}
