import { notFound } from "next/navigation";
import { consoleScreens } from "@/app/dev/screens/console";
import { deskScreens } from "@/app/dev/screens/desk";
import { phoneScreens } from "@/app/dev/screens/phone";
import { roomScreens } from "@/app/dev/screens/room";
import { togetherScreens } from "@/app/dev/screens/together";

const screens = { ...phoneScreens, ...roomScreens, ...togetherScreens, ...consoleScreens, ...deskScreens };

/** Shows one screen with fixed data; absent in production. */
export default async function Page({ params }: { params: Promise<{ name: string }> }) {
  if (process.env.NODE_ENV === "production") notFound();
  const screen = screens[(await params).name];
  if (!screen) notFound();
  return screen();
}
