"use client";
import { useEffect, useRef, useState } from "react";

/** Whether `value` has changed since the page began: what was there from the start needs no announcement. */
export function useChanged(value: string): boolean {
  const [changed, setChanged] = useState(false);
  const first = useRef(value);
  useEffect(() => {
    if (value !== first.current) setChanged(true);
  }, [value]);
  return changed;
}
