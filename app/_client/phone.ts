"use client";
import { useEffect, useState } from "react";
import { rememberJoined } from "@/app/_client/joined";
import { renewNotebook } from "@/app/_client/notebook";
import {
  forgetInside,
  keepFollowed,
  keepInside,
  keepReading,
  type Reading,
} from "@/app/_client/phone-cookies";
import { usePulse } from "@/app/_client/pulse";
import { useOwnResponses } from "@/app/_client/responses";
import { loadTokens } from "@/app/_client/secret";
import { useLeaves } from "@/app/_client/use-leaves";
import { useLive } from "@/app/_client/use-live";
import { useNotebook } from "@/app/_client/use-notebook";
import { useReloadOnce } from "@/app/_client/use-reload-once";
import type { ResponseValue, SlideView } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";

export type PhoneStart = {
  code: string;
  sessionId: string;
  ticket: string;
  view: PhoneView;
  /** The language that the class is to be followed in: chosen here, or asked for by the browser. */
  language: string;
  /** Whether this phone has read the promise and gone in. */
  inside: boolean;
  reading: Reading;
};

/** One parent's phone: in step with the class, with what is the parent's own. */
export function usePhone(
  {
    code,
    sessionId,
    ticket,
    view,
    language: wasLanguage,
    inside: wasInside,
    reading: wasReading,
  }: PhoneStart,
  /** Somebody else answers on this phone from now on: it begins anew, where the class is. */
  onHandedOn: (newest: PhoneView, language: string) => void,
) {
  const [language, setLanguage] = useState(wasLanguage);
  const { notebook, open } = useNotebook(sessionId);
  const { state, live } = useLive<PhoneView>(
    async () => {
      const { attendanceToken } = await loadTokens();
      const attendance = attendanceToken(open().secret, sessionId);
      return { as: "phone", ticket, attendance, language, patches: true };
    },
    view,
    language,
  );
  const handedOn = () => onHandedOn(live?.state().view ?? view, language);
  const { responses, submit } = useOwnResponses(sessionId, notebook, live, handedOn);
  const { leaves, keep } = useLeaves(sessionId);
  const pulse = usePulse(sessionId, notebook, live);
  const [inside, setInside] = useState(wasInside);
  const [reading, setReading] = useState(wasReading);
  const [ready, setReady] = useState(false);
  useReloadOnce(state.link === "refused");

  // After the responses of the notebook: ready means that all of it is here.
  useEffect(() => {
    if (!notebook) return;
    rememberJoined(code, sessionId);
    setReady(true);
  }, [notebook, code, sessionId]);

  // Gone in before the script came: the address says it once, and is then as it was.
  useEffect(() => {
    if (!wasInside) return;
    keepInside(code);
    if (window.location.search) window.history.replaceState(window.history.state, "", `/j/${code}`);
  }, [wasInside, code]);

  return {
    sessionId,
    notebook,
    live,
    state,
    language,
    responses,
    leaves,
    pulse,
    inside,
    reading,
    ready,
    goIn: () => {
      keepInside(code);
      setInside(true);
    },
    read: (size: Reading) => {
      keepReading(size);
      setReading(size);
    },
    /** The class in another language: the phone comes back to it as the same participant. */
    follow: (chosen: string) => {
      keepFollowed(code, chosen);
      setLanguage(chosen);
    },
    handOn: () => {
      renewNotebook(sessionId);
      forgetInside(code);
      handedOn();
    },
    draft: (promptId: string, slide: SlideView, value: ResponseValue | null) => keep(promptId, slide, value),
    send: (promptId: string, slide: SlideView, value: ResponseValue) => {
      keep(promptId, slide, null);
      submit(promptId, value);
    },
  };
}
