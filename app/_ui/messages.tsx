import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the client components inside the words of one surface, or of several, and no others. */
export async function Messages({ of, children }: { of: string | string[]; children: ReactNode }) {
  const messages = (await getMessages()) as Record<string, unknown>;
  const given = Object.fromEntries([of].flat().map((surface) => [surface, messages[surface]]));
  return (
    <NextIntlClientProvider messages={given as Awaited<ReturnType<typeof getMessages>>}>
      {children}
    </NextIntlClientProvider>
  );
}
