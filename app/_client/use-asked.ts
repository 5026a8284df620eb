"use client";
import { useEffect, useState } from "react";
import { fetched } from "@/app/_client/fetched";

/** What few ask for: fetched when somebody does, however long that takes; anew when `load` is another. */
export function useAsked<T>(load: () => Promise<T>, wanted: boolean): T | null {
  const [had, setHad] = useState<{ load: () => Promise<T>; it: T } | null>(null);
  const it = had?.load === load ? had.it : null;
  useEffect(() => {
    if (!wanted || it) return;
    let over = false;
    void fetched(load).then((loaded) => !over && setHad({ load, it: loaded }));
    return () => {
      over = true;
    };
  }, [it, load, wanted]);
  return it;
}
