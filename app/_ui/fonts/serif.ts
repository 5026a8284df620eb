import localFont from "next/font/local";

/**
 * Slide titles on screen and console, never on the phone. Put `serif.variable`
 * on the page's outermost element and write `font-family: var(--serif), serif`.
 */
export const serif = localFont({
  src: "../../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  variable: "--serif",
  // A preload would be sent with every page of the site, the phone's too.
  preload: false,
  adjustFontFallback: "Times New Roman",
});
