"use client";
import { use, useEffect, useReducer, useSyncExternalStore } from "react";
import { whenAtRest } from "@/app/_client/use-later";
import { allKinds, hasKind, loadKind } from "@/app/_ui/kinds/phone";
import type { Kind } from "@/protocol/kinds";

/**
 * Whether the code of these kinds is there. The first page waits for it, on the
 * server and when its script takes over, so that it is whole and what was typed
 * stays; a later slide is shown at once, and what is done on it when it has come.
 */
export function useKinds(kinds: readonly Kind[]): boolean {
  const first = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  if (first) for (const kind of kinds) use(loadKind(kind));

  const [, draw] = useReducer((times: number) => times + 1, 0);
  const missing = kinds.filter((kind) => !hasKind(kind)).join();
  useEffect(() => {
    if (missing === "") return;
    let wanted = true;
    void Promise.all(missing.split(",").map((kind) => loadKind(kind as Kind))).then(() => wanted && draw());
    return () => {
      wanted = false;
    };
  }, [missing]);
  return missing === "";
}

/** Fetches the kinds that may come once the page is at rest, for when the network has gone. */
export function useKindsLater(): void {
  useEffect(() => whenAtRest(() => void Promise.all(allKinds.map(loadKind))), []);
}

const never = () => () => {};
