"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type Live, type LiveState, openLive, stateBefore } from "@/app/_client/live";
import type { Handshake } from "@/protocol/events";
import type { View } from "@/protocol/views";

const neverChanges = () => () => {};

/**
 * Follows a session from a page that was rendered with `initial`. `handshake` is
 * called once, in the browser, so that it may read what only the browser has.
 */
export function useLive<V extends View>(
  handshake: () => Handshake,
  initial: V,
): { state: LiveState<V>; live: Live<V> | null } {
  const [live, setLive] = useState<Live<V> | null>(null);
  const [before] = useState<LiveState<V>>(() => stateBefore(initial));

  // biome-ignore lint/correctness/useExhaustiveDependencies: one connection per page; both arguments are its beginning
  useEffect(() => {
    const opened = openLive(handshake(), initial);
    setLive(opened);
    return opened.close;
  }, []);

  const state = useSyncExternalStore(
    live?.subscribe ?? neverChanges,
    () => live?.state() ?? before,
    () => before,
  );
  return { state, live };
}
