"use client";
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from "react";

/** What is being dragged, and the zone that it is over. */
export type Drag = { id: string; over: string | null };

const threshold = 6;
const edge = 56;
const scrollStep = 12;
const widest = 260;

/**
 * Dragging by pointer, so that mouse, pen and finger are one thing. What can be
 * dragged has `data-drag`, where it can be dropped `data-zone`. A finger drags by
 * what has `data-grip` alone, since elsewhere it scrolls. Escape lets go.
 */
export function useDrag(onDrop: (id: string, zone: string) => void): {
  drag: Drag | null;
  onPointerDown: (event: ReactPointerEvent) => void;
} {
  const [drag, setDrag] = useState<Drag | null>(null);
  const letGo = useRef<(() => void) | null>(null);
  useEffect(() => () => letGo.current?.(), []);

  const onPointerDown = (event: ReactPointerEvent) => {
    const pressed = event.target as Element;
    const piece = pressed.closest<HTMLElement>("[data-drag]");
    const grip = pressed.closest("[data-grip]");
    const id = piece?.dataset.drag;
    if (!piece || !id || event.button !== 0 || !event.isPrimary || letGo.current) return;
    if (!grip && (event.pointerType !== "mouse" || pressed.closest("button, select, input, a"))) return;
    event.preventDefault();
    letGo.current = follow(event.nativeEvent, piece, {
      over: (zone) => setDrag((before) => (before && before.over === zone ? before : { id, over: zone })),
      done: (zone) => {
        letGo.current = null;
        setDrag(null);
        if (zone !== null) onDrop(id, zone);
      },
    });
  };
  return { drag, onPointerDown };
}

type Hears = { over: (zone: string | null) => void; done: (zone: string | null) => void };

/** Carries a copy of `piece` under the pointer until it is let go; returns what lets it go early. */
function follow(start: PointerEvent, piece: HTMLElement, hears: Hears): () => void {
  let at = { x: start.clientX, y: start.clientY };
  let copy: HTMLElement | null = null;
  let frame = 0;

  const zoneHere = () =>
    document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>("[data-zone]")?.dataset.zone ?? null;
  const draw = () => {
    if (!copy) return;
    copy.style.translate = `${at.x - start.clientX}px ${at.y - start.clientY}px`;
    scrollAt(at);
    hears.over(zoneHere());
    frame = requestAnimationFrame(draw);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    at = { x: event.clientX, y: event.clientY };
    if (copy || Math.hypot(at.x - start.clientX, at.y - start.clientY) < threshold) return;
    copy = copyOf(piece, start);
    draw();
  };
  const end = (zone: string | null) => {
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onCancel);
    window.removeEventListener("keydown", onKey, true);
    cancelAnimationFrame(frame);
    copy?.remove();
    hears.done(zone);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    at = { x: event.clientX, y: event.clientY };
    end(copy ? zoneHere() : null);
  };
  const onCancel = () => end(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    end(null);
  };
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onCancel);
  window.addEventListener("keydown", onKey, true);
  return onCancel;
}

/** Hangs beside a mouse and above a finger, so that what is aimed at stays in sight. */
function copyOf(piece: HTMLElement, { clientX, clientY, pointerType }: PointerEvent): HTMLElement {
  const finger = pointerType === "touch";
  const width = Math.min(piece.offsetWidth, widest);
  const copy = piece.cloneNode(true) as HTMLElement;
  copy.setAttribute("aria-hidden", "true");
  copy.inert = true;
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  Object.assign(copy.style, {
    boxShadow: "0 6px 24px rgb(0 0 0 / 25%)",
    inlineSize: `${width}px`,
    left: `${clientX + (finger ? -width / 4 : 12)}px`,
    margin: "0",
    pointerEvents: "none",
    position: "fixed",
    top: `${clientY + (finger ? -28 : 12)}px`,
    transform: finger ? "translateY(-100%)" : "none",
    zIndex: "20",
  });
  document.body.append(copy);
  return copy;
}

/** Near the edge of a list, or of the page, it moves on by itself. */
function scrollAt({ x, y }: { x: number; y: number }): void {
  const list = scrollerOf(document.elementFromPoint(x, y));
  const { top, bottom } = list?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight };
  const by = y < top + edge ? -scrollStep : y > bottom - edge ? scrollStep : 0;
  if (by !== 0) (list ?? window).scrollBy({ top: by, behavior: "instant" });
}

function scrollerOf(element: Element | null): Element | null {
  for (let each = element; each && each !== document.body; each = each.parentElement)
    if (each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY))
      return each === document.documentElement ? null : each;
  return null;
}
