"use client";
import { useEffect, useState } from "react";
import { rememberJoined } from "@/app/_client/joined";
import { keepInside, keepReading, type Reading } from "@/app/_client/phone-cookies";
import { useOwnResponses } from "@/app/_client/responses";
import { attendanceToken } from "@/app/_client/secret";
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
  /** Whether this phone has read the promise and gone in. */
  inside: boolean;
  reading: Reading;
};

/** One parent's phone: in step with the class, with what is the parent's own. */
export function usePhone({
  code,
  sessionId,
  ticket,
  view,
  inside: wasInside,
  reading: wasReading,
}: PhoneStart) {
  const { notebook, open } = useNotebook(sessionId);
  const { state, live } = useLive<PhoneView>(
    () => ({ as: "phone", ticket, attendance: attendanceToken(open().secret, sessionId) }),
    view,
  );
  const { responses, submit } = useOwnResponses(sessionId, notebook, live);
  const { leaves, keep } = useLeaves(sessionId);
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
    state,
    responses,
    leaves,
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
    draft: (slide: SlideView, value: ResponseValue | null) => keep(slide, value),
    send: (slide: SlideView, value: ResponseValue) => {
      keep(slide, null);
      submit(slide.id, value);
    },
  };
}
