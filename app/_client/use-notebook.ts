"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Notebook, openNotebook } from "@/app/_client/notebook";

/** The notebook once the page runs in its browser, and `open` for whoever needs it at that very moment. */
export function useNotebook(sessionId: string): { notebook: Notebook | null; open: () => Notebook } {
  const [notebook, setNotebook] = useState<Notebook | null>(null);
  // Opened once: without storage a second one would have another secret.
  const opened = useRef<Notebook>(undefined);
  const open = useCallback(() => {
    opened.current ??= openNotebook(sessionId);
    return opened.current;
  }, [sessionId]);
  useEffect(() => setNotebook(open()), [open]);
  return { notebook, open };
}
