"use client";
import { useEffect, useState } from "react";
import type { Contact } from "@/protocol/support";

const key = (sessionId: string) => `attune:${sessionId}:support`;

/**
 * Whom this class names for help: as the server said last, kept with the session
 * so that it is there without the server too. `told` is null when it says nothing now.
 */
export function useSupport(sessionId: string | null, told: Contact[] | null): Contact[] {
  const [kept, setKept] = useState<Contact[]>([]);
  useEffect(() => {
    if (!sessionId) return;
    if (told) keep(sessionId, told);
    else setKept(read(sessionId));
  }, [sessionId, told]);
  return told ?? kept;
}

function keep(sessionId: string, contacts: Contact[]): void {
  try {
    localStorage.setItem(key(sessionId), JSON.stringify(contacts));
  } catch {
    // Then it is here for as long as the page is.
  }
}

function read(sessionId: string): Contact[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(sessionId)) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one?.name === "string") : [];
  } catch {
    return [];
  }
}

/** A number as a link dials it. */
export const dialled = (phone: string): string => `tel:${phone.replace(/[^+0-9]/g, "")}`;

/** An address as it is read: without the machinery before it. */
export const shortAddress = (url: string): string =>
  url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
