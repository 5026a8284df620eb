import localFont from "next/font/local";

/** The text of every page. One file of 19 kB; other scripts fall to the system's fonts. */
export const atkinson = localFont({
  src: "./atkinson-hyperlegible-next.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--atkinson",
  // A phone on a thin line has first its page, then the letters.
  preload: false,
  // Arial's metrics bent to Atkinson's, so that the swap moves nothing.
  adjustFontFallback: "Arial",
});
