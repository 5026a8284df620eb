import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { directionOf } from "@/app/_ui/direction";
import { atkinson } from "@/app/_ui/fonts/atkinson";
import { Messages } from "@/app/_ui/messages";
import "@/app/_ui/tokens.css";
import "@/app/_ui/base.css";
import "@/app/_ui/prose.css";

// Neutral on purpose: a watched phone shows nothing of the subject (design 2.8).
export const metadata: Metadata = {
  title: "Attune",
  formatDetection: { telephone: false, address: false, email: false, date: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // The keyboard makes the page shorter, so that a button at its foot stays in sight.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f3" },
    { media: "(prefers-color-scheme: dark)", color: "#171614" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale} dir={directionOf(locale)} className={atkinson.variable}>
      <body>
        {/* For the error page, which stands above every page's own words. */}
        <Messages of="common">{children}</Messages>
      </body>
    </html>
  );
}
