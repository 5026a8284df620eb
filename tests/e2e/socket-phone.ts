import { createHash } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { makeSecret } from "@/app/_client/secret";
import { attendanceToken, promptToken } from "@/app/_client/tokens";
import type { ClientToServer, ServerToClient } from "@/protocol/events";
import { type PromptId, promptId } from "@/protocol/ids";
import type { ResponseValue } from "@/protocol/kinds";
import { until } from "@/tests/support/until";

/** A phone without a page: it changes its answer again and again, as fast as it is told that it has one. */
export type SocketPhone = {
  /** Under which the server keeps its response. */
  key: string;
  /** The numbers of the last answer that was sent, and of the last that was acknowledged. */
  sent: () => number;
  acknowledged: () => number;
  online: () => boolean;
  close: () => void;
};

type Prompt = {
  sessionId: string;
  ticket: string;
  slide: string;
  /** The answer with this number, from 1; undefined when it has no more to say. */
  answer: (number: number) => ResponseValue | undefined;
};

/** The ticket that a phone gets with its page. */
export async function ticketOf(address: string, code: string): Promise<string> {
  const page = await (await fetch(`${address}/j/${code}`)).text();
  return /v1\.[\w-]+\.[\w-]+/.exec(page)?.[0] ?? "";
}

export function socketPhone(address: string, { sessionId, ticket, slide, answer }: Prompt): SocketPhone {
  const secret = makeSecret();
  const token = promptToken(secret, sessionId, slide);
  const socket: Socket<ServerToClient, ClientToServer> = io(address, {
    transports: ["websocket"],
    extraHeaders: { origin: address },
    forceNew: true,
    auth: { as: "phone", ticket, attendance: attendanceToken(secret, sessionId) },
  });
  let sent = 0;
  let acknowledged = 0;
  const submit = (id: PromptId) => {
    const number = sent + 1;
    const value = answer(number);
    if (!value) return;
    sent = number;
    socket.emit("response:submit", { promptId: id, token, value }, (ack) => {
      if (!ack.ok) return;
      acknowledged = number;
      submit(id);
    });
  };
  // Only the first connection answers: what comes after a crash is for the audit to look at.
  socket.once("connect", () => submit(promptId.parse(slide)));
  return {
    key: createHash("sha256").update(Buffer.from(token, "hex")).digest("hex"),
    sent: () => sent,
    acknowledged: () => acknowledged,
    online: () => socket.connected,
    close: () => socket.close(),
  };
}

/** So many phones more give this answer, and leave. */
export async function answeredBy(
  count: number,
  address: string,
  code: string,
  { sessionId, slide, value }: { sessionId: string; slide: string; value: ResponseValue },
): Promise<void> {
  const ticket = await ticketOf(address, code);
  const answer = (number: number) => (number === 1 ? value : undefined);
  const phones = Array.from({ length: count }, () =>
    socketPhone(address, { sessionId, ticket, slide, answer }),
  );
  await until(() => phones.every((phone) => phone.acknowledged() === 1));
  for (const phone of phones) phone.close();
}
