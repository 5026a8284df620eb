"use client";
import { useCallback, useEffect, useState } from "react";

/** Full screen for the whole page: by `toggle`, and by the key F. */
export function useFullScreen(): { full: boolean; possible: boolean; toggle: () => void } {
  const [full, setFull] = useState(false);
  const [possible, setPossible] = useState(false);

  const toggle = useCallback(() => {
    // A browser may refuse, as inside a frame; the page is then simply not full.
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen({ navigationUI: "hide" });
    done.catch(() => {});
  }, []);

  useEffect(() => {
    setPossible(document.fullscreenEnabled === true);
    const onChange = () => setFull(document.fullscreenElement !== null);
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.key.toLowerCase() === "f" && document.fullscreenEnabled) toggle();
    };
    document.addEventListener("fullscreenchange", onChange);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("fullscreenchange", onChange);
      document.removeEventListener("keydown", onKey);
    };
  }, [toggle]);

  return { full, possible, toggle };
}
