"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { fetched } from "@/app/_client/fetched";
import type { Live, LiveState } from "@/app/_client/live";
import { awayLink, stateBefore } from "@/app/_client/live-state";
import type { Handshake } from "@/protocol/events";
import type { View } from "@/protocol/views";

const neverChanges = () => () => {};
/** The connection comes after the page: what stands there can be read and answered before. */
const loadLive = () => import("@/app/_client/live");

/**
 * Follows a session from a page that was rendered with `initial`. `handshake` is
 * called in the browser, so that it may read what only the browser has; once, and
 * again whenever `who` is another: the page then comes back as that, with its view.
 */
export function useLive<V extends View>(
  handshake: () => Handshake | Promise<Handshake>,
  initial: V,
  who = "",
): { state: LiveState<V>; live: Live<V> | null } {
  const [live, setLive] = useState<Live<V> | null>(null);
  const [before, setBefore] = useState<LiveState<V>>(() => stateBefore(initial));

  const newest = useRef(initial);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one connection for as long as the page is the same somebody
  useEffect(() => {
    let opened: Live<V> | undefined;
    let left = false;
    const open = async () => {
      const failed = () => setBefore((known) => ({ ...known, link: awayLink() }));
      const [{ openLive }, shake] = await Promise.all([fetched(loadLive, failed), handshake()]);
      if (left) return;
      opened = openLive(shake, newest.current);
      setLive(opened);
    };
    void open();
    return () => {
      left = true;
      if (!opened) return;
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
