import type { ReactNode } from "react";

/** Screens with fixed data, by name. */
export const consoleScreens: Record<string, () => ReactNode> = {};
