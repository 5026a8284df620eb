"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Where this page came from, as `https://attune.example`; empty on the server and for the first paint. */
export function useSiteOrigin(): string {
  return useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );
}

/** Whether an address leads nowhere from any other device. */
export function isLoopback(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(origin);
}
