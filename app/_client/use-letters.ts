"use client";
import { useEffect, useState } from "react";
import { whenAtRest } from "@/app/_client/use-later";

/** For `data-letters`: `later` until the page is at rest, when its own letters may be fetched. */
export function useLetters(): "later" | undefined {
  const [later, setLater] = useState(true);
  useEffect(() => whenAtRest(() => setLater(false)), []);
  return later ? "later" : undefined;
}
