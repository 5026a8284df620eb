import { createHash } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { isPassing } from "@/app/_client/passing";
import { makeSecret } from "@/app/_client/secret";
import { attendanceToken, promptToken } from "@/app/_client/tokens";
import type { ErrorCode } from "@/protocol/errors";
import type { ClientToServer, ServerToClient } from "@/protocol/events";
import { promptId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import type { PhoneView } from "@/protocol/views";
import type { LiveClass } from "@/tests/support/live-class";
import { until } from "@/tests/support/until";

/** What one phone knows of its answer to one prompt. */
export type OwnAnswer = {
  /** Under which the server keeps it. */
  key: string;
  /** Everything that was ever written, oldest first. */
  written: ResponseValue[];
  /** Which of them left the phone, by their place. */
  sent: Set<number>;
  /** The newest one that was acknowledged; -1 before the first. */
  acknowledged: number;
  /** Refused for good. */
  refused: Set<number>;
};

/**
 * A phone without a page that keeps its answers as the phone's page does: written
 * down first, sent when there is a connection, sent again until acknowledged.
 */
export type AnsweringPhone = {
  socket: Socket<ServerToClient, ClientToServer>;
  answers: Map<string, OwnAnswer>;
  write: (prompt: string, value: ResponseValue) => void;
  /** Answers, and changes its mind as soon as it is told that an answer is there, until all are. */
  writeAll: (prompt: string, values: ResponseValue[]) => void;
  /** From now on it sends nothing, until it goes on with whatever waits. */
  hold: () => void;
  goOn: () => void;
  /** How many acknowledgements it has had. */
  acknowledgements: () => number;
  /** How often it was refused with a code, passing refusals too. */
  refusals: Map<ErrorCode, number>;
  /** How often nobody said what became of an answer. */
  unanswered: () => number;
  /** Nothing that it wrote waits any more. */
  settled: () => boolean;
  /** The newest view, once one has come. */
  view: () => PhoneView | undefined;
  close: () => void;
};

type Ways = {
  /** How long it waits for an acknowledgement before it sends again. */
  patienceMs?: number;
  transports?: ("websocket" | "polling")[];
};

export function answeringPhone(
  site: string,
  { id, ticket }: Pick<LiveClass, "id" | "ticket">,
  { patienceMs = 5000, transports = ["websocket"] }: Ways = {},
): AnsweringPhone {
  const secret = makeSecret();
  const answers = new Map<string, OwnAnswer>();
  const scripts = new Map<string, ResponseValue[]>();
  const refusals = new Map<ErrorCode, number>();
  const pauses = new Set<NodeJS.Timeout>();
  let acknowledgements = 0;
  let unanswered = 0;
  let held = false;
  let view: PhoneView | undefined;
  const socket: AnsweringPhone["socket"] = io(site, {
    auth: { as: "phone", ticket, attendance: attendanceToken(secret, id) },
    extraHeaders: { origin: site },
    transports,
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 500,
    timeout: patienceMs,
  });

  const soon = (act: () => void) => {
    const timeout = setTimeout(
      () => {
        pauses.delete(timeout);
        act();
      },
      100 + Math.random() * 200,
    );
    pauses.add(timeout);
  };

  const deliver = async (prompt: string): Promise<void> => {
    const own = answers.get(prompt);
    const place = (own?.written.length ?? 0) - 1;
    const value = own?.written[place];
    if (held || !socket.connected) return;
    if (!own || !value || own.acknowledged === place || own.refused.has(place)) return;
    own.sent.add(place);
    const token = promptToken(secret, id, prompt);
    try {
      const ack = await socket
        .timeout(patienceMs)
        .emitWithAck("response:submit", { promptId: promptId.parse(prompt), token, value });
      if (ack.ok) {
        acknowledgements += 1;
        own.acknowledged = Math.max(own.acknowledged, place);
        const next = scripts.get(prompt)?.shift();
        if (next) write(prompt, next);
        return;
      }
      const { code } = ack.error;
      refusals.set(code, (refusals.get(code) ?? 0) + 1);
      if (isPassing(code)) soon(() => void deliver(prompt));
      else own.refused.add(place);
    } catch {
      unanswered += 1;
      // Away, the next connection sends it.
      if (socket.connected) soon(() => void deliver(prompt));
    }
  };

  const write = (prompt: string, value: ResponseValue): void => {
    const token = promptToken(secret, id, prompt);
    const own = answers.get(prompt) ?? {
      key: createHash("sha256").update(Buffer.from(token, "hex")).digest("hex"),
      written: [],
      sent: new Set(),
      acknowledged: -1,
      refused: new Set(),
    };
    own.written.push(value);
    answers.set(prompt, own);
    void deliver(prompt);
  };

  const deliverAll = () => {
    for (const prompt of answers.keys()) void deliver(prompt);
  };

  socket.on("connect", deliverAll);
  // A server that closed or refused us for now: Socket.IO would stay away, a phone's page comes back.
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") soon(() => socket.connect());
  });
  socket.on("connect_error", (error) => {
    const code = (error as { data?: { code?: ErrorCode } }).data?.code;
    if (code) refusals.set(code, (refusals.get(code) ?? 0) + 1);
    if (code && isPassing(code)) soon(() => socket.connect());
  });
  socket.on("session:changed", (next) => {
    if (next.audience === "phone" && (!view || next.rev >= view.rev)) view = next;
  });

  return {
    socket,
    answers,
    write,
    writeAll: (prompt, [first, ...rest]) => {
      scripts.set(prompt, rest);
      if (first) write(prompt, first);
    },
    hold: () => {
      held = true;
    },
    goOn: () => {
      held = false;
      deliverAll();
    },
    acknowledgements: () => acknowledgements,
    refusals,
    unanswered: () => unanswered,
    settled: () =>
      [...scripts.values()].every((left) => left.length === 0) &&
      [...answers.values()].every(
        ({ written, acknowledged, refused }) =>
          acknowledged === written.length - 1 || refused.has(written.length - 1),
      ),
    view: () => view,
    close: () => {
      for (const timeout of pauses) clearTimeout(timeout);
      socket.close();
    },
  };
}

/** So many phones, once all of them have a view. */
export async function answeringPhones(
  count: number,
  site: string,
  live: Pick<LiveClass, "id" | "ticket">,
  ways?: Ways,
): Promise<AnsweringPhone[]> {
  const phones = Array.from({ length: count }, () => answeringPhone(site, live, ways));
  await until(() => phones.every((phone) => phone.view()));
  return phones;
}

/** Free texts that no two phones and no two changes of mind share, so that an audit knows each of them. */
export function textsOf(phone: number, prompt: string, changes: number): ResponseValue[] {
  return Array.from({ length: changes }, (_, change) => ({
    kind: "open",
    text: `Phone ${phone} to ${prompt}, the ${change + 1}. time`,
    language: "en",
  }));
}

/** Several different choices, in an order that differs from phone to phone. */
export function choicesOf(phone: number, changes: number): ResponseValue[] {
  const options = ["a", "b", "c", "d"];
  return Array.from({ length: changes }, (_, change) => ({
    kind: "choice",
    options: [options[(phone + change) % options.length] ?? "a"],
  }));
}
