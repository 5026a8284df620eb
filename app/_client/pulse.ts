"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Live } from "@/app/_client/live";
import { announce, followStored, type Notebook } from "@/app/_client/notebook";
import { loadTokens } from "@/app/_client/secret";
import { type PulseSignal, pulse } from "@/protocol/limits";
import type { PhoneView } from "@/protocol/views";

/** This phone's signal, and when it has faded by this phone's clock. */
export type OwnSignal = { signal: PulseSignal; until: number };

const lasts = pulse.minutes * 60_000;
const key = (sessionId: string) => `attune:${sessionId}:pulse`;

/** The signal of this moment: it stands for some minutes, here as on the console, and then fades by itself. */
export function usePulse(sessionId: string, notebook: Notebook | null, live: Live<PhoneView> | null) {
  const [signal, setSignal] = useState<PulseSignal | null>(null);
  const [until, setUntil] = useState(0);
  /** What the server has not heard yet; undefined when it has heard all. */
  const unheard = useRef<PulseSignal | null>(undefined);

  useEffect(() => {
    const read = () => {
      const kept = readSignal(sessionId);
      setSignal(kept?.signal ?? null);
      if (kept) setUntil(kept.until);
    };
    read();
    return followStored(key(sessionId), read);
  }, [sessionId]);

  useEffect(() => {
    if (!signal) return;
    const timer = setTimeout(() => setSignal(null), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [signal, until]);

  const deliver = useCallback(async () => {
    const value = unheard.current;
    if (value === undefined || !live || !notebook) return;
    // A signal of a while ago says nothing of now.
    if (value !== null && !readSignal(sessionId)) {
      unheard.current = undefined;
      return;
    }
    const { pulseToken } = await loadTokens();
    const reply = await live.send("pulse:send", {
      token: pulseToken(notebook.secret, sessionId),
      signal: value,
    });
    if ((reply.ok || reply.code !== "unreachable") && unheard.current === value) unheard.current = undefined;
  }, [live, notebook, sessionId]);

  useEffect(() => {
    if (!live) return;
    live.onOnline(() => void deliver());
    void deliver();
  }, [live, deliver]);

  /** The same one again takes it back. */
  const send = (pressed: PulseSignal) => {
    const next = pressed === signal ? null : pressed;
    const end = Date.now() + lasts;
    setSignal(next);
    setUntil(end);
    keepSignal(sessionId, next && { signal: next, until: end });
    unheard.current = next;
    void deliver();
  };
  return { signal, send };
}

export function readSignal(sessionId: string, now = Date.now()): OwnSignal | null {
  try {
    const { signal, until } = JSON.parse(localStorage.getItem(key(sessionId)) ?? "{}") as Partial<OwnSignal>;
    const known = pulse.signals.find((one) => one === signal);
    // A clock that was set back meanwhile must not make it last.
    return known && typeof until === "number" && until > now && until <= now + lasts
      ? { signal: known, until }
      : null;
  } catch {
    return null;
  }
}

/** Takes the signal back on every page of this phone; the server is told by whoever calls. */
export function forgetSignal(sessionId: string): void {
  keepSignal(sessionId, null);
  announce(key(sessionId));
}

export function keepSignal(sessionId: string, own: OwnSignal | null): void {
  try {
    if (own) localStorage.setItem(key(sessionId), JSON.stringify(own));
    else localStorage.removeItem(key(sessionId));
  } catch {
    // It then stands for as long as the page does.
  }
}
