"use client";
import { useEffect, useState } from "react";

/**
 * What a page needs later, as the code of a sheet: fetched once the page is at rest,
 * so that it is there also when the network has gone, and at once when it is wanted.
 */
export function useLater<T>(load: () => Promise<T>, wanted: boolean): T | null {
  const [it, setIt] = useState<T | null>(null);
  useEffect(() => {
    if (it) return;
    const fetch = () =>
      void load().then(
        (loaded) => setIt(() => loaded),
        () => {
          // No network: asked again when there is one, or when it is wanted.
        },
      );
    window.addEventListener("online", fetch);
    const stop = wanted ? null : whenAtRest(fetch);
    if (wanted) fetch();
    return () => {
      window.removeEventListener("online", fetch);
      stop?.();
    };
  }, [it, load, wanted]);
  return it;
}

export function whenAtRest(then: () => void): () => void {
  // Safari has no idle callback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(then, 2000);
    return () => clearTimeout(timer);
  }
  const asked = window.requestIdleCallback(then, { timeout: 5000 });
  return () => window.cancelIdleCallback(asked);
}
