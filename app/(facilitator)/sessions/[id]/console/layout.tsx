import type { ReactNode } from "react";
import { serif } from "@/app/_ui/fonts/serif";
import { Messages } from "@/app/_ui/messages";

/** The console stands alone: its words, those of the screen that it pictures and of the contacts, and the serif of slide titles. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Messages of={["console", "screen", "team"]}>
      <div className={serif.variable}>{children}</div>
    </Messages>
  );
}
