"use client";
import { useLocale, useMessages } from "next-intl";
import { useEffect, useState } from "react";

const load = () => import("@/app/j/[code]/own").then(({ Own }) => Own);
type Loaded = { Own: Awaited<ReturnType<typeof load>>; locale: string; words: object };

const again = 3000;

/**
 * The page on what is known of this phone, with its words: fetched when it is asked for, since few
 * ask; what a phone loads at first is what every phone in the room waits for.
 */
export function useOwnPage(code: string, wanted: boolean) {
  const locale = useLocale();
  const messages = useMessages();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const there = loaded?.locale === locale;

  useEffect(() => {
    if (!wanted || there) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const fetchIt = async () => {
      try {
        const [Own, words] = await Promise.all([load(), fetchWords(code)]);
        if (!over) setLoaded({ Own, words, locale });
      } catch {
        // No network: it comes when there is one.
        if (!over) timer = setTimeout(() => void fetchIt(), again);
      }
    };
    void fetchIt();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [code, wanted, there, locale]);

  return there ? { Own: loaded.Own, locale, messages: { ...messages, ...loaded.words } } : null;
}

async function fetchWords(code: string): Promise<object> {
  const response = await fetch(`/j/${code}/about`);
  if (!response.ok) throw new Error("the words did not come");
  return (await response.json()) as object;
}
