"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Live, type LiveState, openLive, stateBefore } from "@/app/_client/live";
import type { Handshake } from "@/protocol/events";
import type { View } from "@/protocol/views";

const neverChanges = () => () => {};

/**
 * Follows a session from a page that was rendered with `initial`. `handshake` is
 * called in the browser, so that it may read what only the browser has; once, and
 * again whenever `who` is another: the page then comes back as that, with its view.
 */
export function useLive<V extends View>(
  handshake: () => Handshake,
  initial: V,
  who = "",
): { state: LiveState<V>; live: Live<V> | null } {
  const [live, setLive] = useState<Live<V> | null>(null);
  const [before] = useState<LiveState<V>>(() => stateBefore(initial));

  const newest = useRef(initial);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one connection for as long as the page is the same somebody
  useEffect(() => {
    const opened = openLive(handshake(), newest.current);
    setLive(opened);
    return () => {
      newest.current = opened.state().view;
      opened.close();
    };
  }, [who]);

  const state = useSyncExternalStore(
    live?.subscribe ?? neverChanges,
    () => live?.state() ?? before,
    () => before,
  );
  return { state, live };
}
