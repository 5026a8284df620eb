import type { NextRequest } from "next/server";
import { codeDigits, digitsOf, shortened } from "@/app/j/code";

/** The code field of `/`: a plain form, so that it works before any script. */
export function GET(request: NextRequest): Response {
  const typed = shortened(request.nextUrl.searchParams.get("code") ?? "");
  const digits = digitsOf(typed);
  const path = digits.length === codeDigits ? `/j/${digits}` : `/?code=${encodeURIComponent(typed)}`;
  // Relative: behind a proxy or on a local network only the browser knows our address.
  return new Response(null, { status: 303, headers: { Location: path } });
}
