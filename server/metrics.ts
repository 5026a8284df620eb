import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ErrorCode } from "@/protocol/errors";

/**
 * Figures for an operator, as Prometheus reads them: of the process as a whole, never of a session,
 * a prompt or a person, so that nothing that the small-room guard withholds can be read from them.
 */
export type Metrics = {
  /** A command, or a handshake, was refused. */
  refused: (code: ErrorCode) => void;
  /** A group of answers was committed. */
  committed: (group: { taken: number; size: number; ms: number }) => void;
  /** All figures as text; `contentType` says in which format. */
  text: () => Promise<string>;
  contentType: string;
};

/** What is counted at the moment when somebody asks. */
export type Standing = {
  sockets: Record<"phone" | "screen" | "console", number>;
  /** Sessions with a socket on this node. */
  sessions: number;
  /** Nodes that work together, as far as this one hears. */
  nodes: number;
  /** Whether this node hears the others; a lone one has nobody to hear. */
  joined: boolean;
};

export function createMetrics(standing: () => Standing): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  new Gauge({
    name: "attune_sockets",
    help: "Sockets on this node",
    labelNames: ["kind"],
    registers,
    collect() {
      for (const [kind, count] of Object.entries(standing().sockets)) this.set({ kind }, count);
    },
  });
  gauge("attune_sessions", "Sessions with a socket on this node", () => standing().sessions);
  gauge("attune_nodes", "Nodes that this one hears, itself included", () => standing().nodes);
  gauge("attune_joined", "1 while this node hears what other nodes say", () => (standing().joined ? 1 : 0));

  const answers = new Counter({ name: "attune_answers_total", help: "Answers committed", registers });
  const refusals = new Counter({
    name: "attune_refusals_total",
    help: "Commands and handshakes refused, by code",
    labelNames: ["code"],
    registers,
  });
  const size = new Histogram({
    name: "attune_commit_answers",
    help: "Answers per committed group",
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
    registers,
  });
  const time = new Histogram({
    name: "attune_commit_seconds",
    help: "Time from the beginning of a group's transaction to its commit",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });

  return {
    refused: (code) => refusals.inc({ code }),
    committed: ({ taken, size: of, ms }) => {
      answers.inc(taken);
      size.observe(of);
      time.observe(ms / 1000);
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
