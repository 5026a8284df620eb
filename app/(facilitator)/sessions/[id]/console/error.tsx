"use client";
import { FailedConsole } from "./_ui/failed-console";

export default function Failed({ reset }: { reset: () => void }) {
  return <FailedConsole onAgain={reset} />;
}
