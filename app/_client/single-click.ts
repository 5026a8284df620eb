"use client";
import { type MouseEvent, useRef } from "react";

/** How close the second half of a double click follows the first. */
const doubleWithin = 350;

/** Takes a double click for one press: many people click everything twice. Keys are not held back. */
export function useSingleClick(action: () => void): (event: MouseEvent) => void {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return (event) => {
    const second = event.detail > 1 && event.timeStamp - last.current < doubleWithin;
    last.current = event.timeStamp;
    if (!second) action();
  };
}
