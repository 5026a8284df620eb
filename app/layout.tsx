import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import "@/app/_ui/tokens.css";

// Neutral on purpose: a watched phone shows nothing of the subject (design 2.8).
export const metadata: Metadata = { title: "Attune" };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  );
}
