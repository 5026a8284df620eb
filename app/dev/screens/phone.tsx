import type { ReactNode } from "react";

/** Screens with fixed data, by name. */
export const phoneScreens: Record<string, () => ReactNode> = {};
