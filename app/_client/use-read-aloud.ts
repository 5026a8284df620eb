"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { linesOf, piecesToSay, voiceFor } from "@/app/_client/read-aloud";

export type ReadAloud = { speaking: boolean; toggle: () => void };

/**
 * Speaks the page's main part with the phone's own voice. Null where the phone has
 * none for this language. `moment` names what is on the page: another one stops it.
 */
export function useReadAloud(language: string, moment: string): ReadAloud | null {
  const [voices, setVoices] = useState<SpeechSynthesisVoice[]>([]);
  const [speaking, setSpeaking] = useState(false);
  /** Which reading is going on: an older one that ends late has nothing to say any more. */
  const turn = useRef(0);
  /** Chrome forgets the end of an utterance that nothing holds. */
  const held = useRef<SpeechSynthesisUtterance>(null);

  useEffect(() => {
    const synth = window.speechSynthesis;
    if (!synth) return;
    const look = () => setVoices(synth.getVoices());
    look();
    // Some browsers have the list later, and Safari of old cannot be listened to.
    synth.addEventListener?.("voiceschanged", look);
    return () => synth.removeEventListener?.("voiceschanged", look);
  }, []);

  const stop = useCallback(() => {
    turn.current += 1;
    window.speechSynthesis?.cancel();
    setSpeaking(false);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment ends the reading of the one before
  useEffect(() => {
    window.addEventListener("pagehide", stop);
    return () => {
      window.removeEventListener("pagehide", stop);
      stop();
    };
  }, [moment, language, stop]);

  const start = useCallback(() => {
    const main = document.querySelector("main");
    if (!main) return;
    stop();
    const mine = turn.current;
    const pieces = piecesToSay(linesOf(main, document.documentElement.lang));
    const say = (index: number) => {
      if (turn.current !== mine) return;
      const piece = pieces[index];
      if (!piece) return setSpeaking(false);
      const voice = voiceFor(voices, piece.language);
      if (!voice) return say(index + 1);
      const utterance = new SpeechSynthesisUtterance(piece.text);
      held.current = utterance;
      utterance.voice = voice;
      utterance.lang = voice.lang.replaceAll("_", "-");
      utterance.rate = 0.95;
      utterance.onend = () => say(index + 1);
      utterance.onerror = () => say(index + 1);
      window.speechSynthesis.speak(utterance);
    };
    setSpeaking(true);
    say(0);
  }, [voices, stop]);

  if (!voiceFor(voices, language)) return null;
  return { speaking, toggle: speaking ? stop : start };
}
