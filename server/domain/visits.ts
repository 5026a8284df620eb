import type { Deck } from "@/protocol/classes";
import type { SessionState } from "@/protocol/sessions";
import { own } from "@/server/domain/own";
import { currentSlide } from "@/server/domain/positions";

/** Adds the time at the slide that the room has just left: the record writes itself (R51). */
export function withVisits(before: SessionState, after: SessionState, deck: Deck, now: number): SessionState {
  const left = before.status === "live" ? currentSlide(before, deck) : undefined;
  const stays = after.status === "live" && left !== undefined && after.index === before.index;
  if (stays) return { ...after, visits: before.visits, arrivedAt: before.arrivedAt };
  const arrivedAt = after.status === "live" ? now : null;
  if (!left || before.arrivedAt === null) return { ...after, visits: before.visits, arrivedAt };
  // A clock that was set back in between counts for nothing.
  const spent = Math.max(now - before.arrivedAt, 0) + (own(before.visits, left.id) ?? 0);
  return { ...after, visits: { ...before.visits, [left.id]: spent }, arrivedAt };
}

/** How long the room has been at each slide by now, in ms. */
export function visitsOf(state: SessionState, deck: Deck, now: number): Record<string, number> {
  const slide = state.status === "live" ? currentSlide(state, deck) : undefined;
  if (!slide || state.arrivedAt === null) return state.visits;
  const spent = Math.max(now - state.arrivedAt, 0) + (own(state.visits, slide.id) ?? 0);
  return { ...state.visits, [slide.id]: spent };
}
