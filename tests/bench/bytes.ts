import { randomBytes } from "node:crypto";
import { setTimeout as pass } from "node:timers/promises";
import { answerTo } from "@/tests/bench/answers";
import { openChild } from "@/tests/bench/child";
import { alone, type Figure } from "@/tests/bench/figures";
import { sum } from "@/tests/bench/numbers";
import { gather, type Room } from "@/tests/bench/room";
import { type AttuneVenue, attuneVenue } from "@/tests/bench/venues";

const group = "bytes";
const phones = 30;
const slides = 30;
/** A ping is a frame of two bytes and one packet, as often as Socket.IO is set to. */
const ping = { bytes: 3, everyMs: 10_000 };

/** What one phone receives in a whole class, at its TCP socket, from its handshake on. */
export async function measureBytes(): Promise<{ figures: Figure[] }> {
  const child = await openChild("./attune-server.ts");
  const venue = await attuneVenue(child);
  const room = await gather(venue, phones);
  const minutes = sum(
    venue
      .view()
      .outline.slice(0, slides)
      .map((slide) => slide.minutes),
  );
  let prompts = 0;
  while (venue.view().place <= slides) {
    if (await runSlide(venue, room)) prompts += 1;
    await venue.step("slide:next");
  }
  await settled(room);
  // The class of the bench takes no time; the pings of a real one are added.
  const pings = Math.ceil((minutes * 60_000) / ping.everyMs) * ping.bytes;
  const received = room.phones.map((phone) => (phone.bytes() + pings) / 1000);
  await room.leave();
  venue.close();
  await child.stop();
  return {
    figures: [
      alone(
        {
          group,
          figure: `sent to each phone in a class of ${slides} slides, ${prompts} of them prompts, with ${minutes} minutes of pings`,
          at: `${phones} phones`,
          unit: "kB",
          goal: { of: "value", atMost: 40 },
        },
        received,
      ),
    ],
  };
}

/** All its steps; a prompt is opened, answered by everybody, closed and shown. */
async function runSlide(venue: AttuneVenue, room: Room): Promise<boolean> {
  const { slide, steps } = venue.view();
  for (let step = 1; step < steps; step += 1) await venue.step("slide:next");
  if (!slide || slide.kind === "content") return false;
  await venue.step("prompt:open", { slideId: slide.id });
  const promptId = venue.view().prompt?.id;
  const asks = answerTo(slide, 0) !== undefined;
  if (asks) {
    const inputs = room.phones.map((_, n) =>
      JSON.stringify({ promptId, token: randomBytes(32).toString("hex"), value: answerTo(slide, n) }),
    );
    await room.answer(inputs);
  }
  await venue.step("prompt:close", { slideId: slide.id });
  // A later slide votes on them.
  if (slide.kind === "open")
    for (const name of ["Water", "Outside"])
      await venue.step("theme:add", { slideId: slide.id, themeId: name.toLowerCase(), name });
  if (venue.view().nextAction === "show") await venue.step("results:show", { slideId: slide.id });
  return asks;
}

/** Until every phone has been sent all that there is. */
async function settled(room: Room): Promise<void> {
  for (let before = -1; ; ) {
    await pass(300);
    const now = sum(room.phones.map((phone) => phone.bytes()));
    if (now === before) return;
    before = now;
  }
}
