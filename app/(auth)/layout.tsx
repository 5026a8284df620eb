import type { ReactNode } from "react";
import { Messages } from "@/app/_ui/messages";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Messages of="auth">{children}</Messages>;
}
