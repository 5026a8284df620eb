"use client";
import { useEffect } from "react";

const key = "attune:reloaded";
const notAgainWithin = 60_000;

/**
 * Loads the page anew when the server will not have it: a new page brings a new
 * ticket, or says that the class is over. Once a minute at most, whatever happens.
 */
export function useReloadOnce(refused: boolean): void {
  useEffect(() => {
    if (!refused) return;
    try {
      const last = Number(sessionStorage.getItem(key));
      if (Date.now() - last < notAgainWithin) return;
      sessionStorage.setItem(key, String(Date.now()));
    } catch {
      // Nothing to remember it in: better not to try than to go round in circles.
      return;
    }
    window.location.reload();
  }, [refused]);
}
