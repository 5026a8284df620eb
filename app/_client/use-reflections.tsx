"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import {
  followReflections,
  type Reflections,
  readReflections,
  writeReflection,
} from "@/app/_client/reflections";

type Desk = {
  texts: Reflections;
  write: (slideId: string, text: string) => void;
  /** False once this browser refused to keep one. */
  kept: boolean;
};

const Place = createContext<Desk>({ texts: {}, write: () => {}, kept: true });

/** What the parent wrote for themselves, for whatever shows or takes it inside. */
export const useReflections = () => useContext(Place);

/** Empty until the page runs in its browser. Without a session nothing is stored, as in a sample. */
export function ReflectionsOf({ sessionId, children }: { sessionId: string | null; children: ReactNode }) {
  const [texts, setTexts] = useState<Reflections>({});
  const [kept, setKept] = useState(true);
  const current = useRef<Reflections>({});

  useEffect(() => {
    if (!sessionId) return;
    const read = () => {
      current.current = { ...current.current, ...readReflections(sessionId) };
      setTexts(current.current);
    };
    read();
    return followReflections(sessionId, read);
  }, [sessionId]);

  const write = useCallback(
    (slideId: string, text: string) => {
      current.current = { ...current.current, [slideId]: text };
      setTexts(current.current);
      if (sessionId) setKept(writeReflection(sessionId, slideId, text));
    },
    [sessionId],
  );
  return <Place value={{ texts, write, kept }}>{children}</Place>;
}
