import { notFound } from "next/navigation";
import { consoleScreens } from "@/app/dev/screens/console";
import { deskScreens } from "@/app/dev/screens/desk";
import { ownScreens } from "@/app/dev/screens/own";
import { phoneScreens } from "@/app/dev/screens/phone";
import { phoneSheetScreens } from "@/app/dev/screens/phone-sheets";
import { placingScreens } from "@/app/dev/screens/placing";
import { roomScreens } from "@/app/dev/screens/room";
import { takeHomeScreens } from "@/app/dev/screens/take-home";
import { togetherScreens } from "@/app/dev/screens/together";

const screens = {
  ...phoneScreens,
  ...takeHomeScreens,
  ...ownScreens,
  ...phoneSheetScreens,
  ...roomScreens,
  ...togetherScreens,
  ...consoleScreens,
  ...deskScreens,
  ...placingScreens,
};

/** Shows one screen with fixed data; absent in production. */
export default async function Page({ params }: { params: Promise<{ name: string }> }) {
  if (process.env.NODE_ENV === "production") notFound();
  const screen = screens[(await params).name];
  if (!screen) notFound();
  return screen();
}
