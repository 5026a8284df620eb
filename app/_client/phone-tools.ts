"use client";
import { createContext, useContext } from "react";
import type { ReadAloud } from "@/app/_client/use-read-aloud";

/** What is at hand on every page of a phone, whatever it shows. */
export type PhoneTools = {
  /** Where leaving leads before the script runs. */
  leavePath: string;
  leave: () => void;
  openSupport: () => void;
  /** Null where this phone was in no class. */
  openKeepsake: (() => void) | null;
  /** The same. */
  openOwn: (() => void) | null;
  /** Null where the phone has no voice for what is shown. */
  readAloud: ReadAloud | null;
};

export const PhoneToolsPlace = createContext<PhoneTools | null>(null);

/** Null where nothing of it is, as on a sample. */
export const usePhoneTools = () => useContext(PhoneToolsPlace);
