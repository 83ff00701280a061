import { Counter, Gauge, Histogram } from "@prometheus-io/client";
import type { DataSource } from "typeorm";
import { countMeetings, countRoomOrders } from "./features/meetings/count-meetings.js";
import type { HttpObserver } from "./platform/http/answer-faults.js";
import type { Exposition } from "./platform/http/answer-metrics.js";
import type { EventStreams } from "./platform/http/event-streams.js";
import { type Gauges, type Reading, readAtScrape } from "./platform/metrics/read-at-scrape.js";
import { createRegistry } from "./platform/metrics/registry.js";
import { measureOutbox } from "./platform/outbox/measure-outbox.js";

const gauges: Gauges = {
  balie_queue_waiting: { help: "Citizens in the waiting room who were not admitted yet.", labelNames: ["counter"] },
  balie_queue_longest_wait_seconds: { help: "How long the first of them waits.", labelNames: ["counter"] },
  balie_meetings_in_progress: { help: "Calls under way.", labelNames: ["counter"] },
  balie_room_orders_open: { help: "Removals and ends that Prosody has not confirmed." },
  balie_outbox_messages: { help: "Mail to be sent: due, ahead of its time, being sent.", labelNames: ["state"] },
  balie_outbox_oldest_due_seconds: { help: "How long the oldest due mail should have gone; 0 when none is due." },
};

type AppMetrics = {
  observer: HttpObserver;
  reconnected: () => void;
  exposition: (streams: EventStreams) => Exposition;
};

/** What the app's process tells Prometheus. What it reads from the database is the same in every process: take the highest. */
export function createAppMetrics(dataSource: DataSource): AppMetrics {
  const registry = createRegistry(dataSource);
  const registers = [registry];
  const requests = new Histogram({
    name: "balie_http_request_duration_seconds",
    help: "Answers, by the route's pattern.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const refusals = new Counter({
    name: "balie_refusals_total",
    help: "Refusals by code.",
    labelNames: ["code"],
    registers,
  });
  const reconnects = new Counter({
    name: "balie_live_reconnects_total",
    help: "How often the LISTEN connection broke and came back.",
    registers,
  });
  return {
    observer: {
      answered: (labels, seconds) => requests.observe(labels, seconds),
      refused: (code) => refusals.inc({ code }),
    },
    reconnected: () => reconnects.inc(),
    exposition: (streams) => {
      new Gauge({
        name: "balie_event_streams_open",
        help: "Pages that listen for live news, by the route's pattern.",
        labelNames: ["route"],
        registers,
        collect() {
          this.reset();
          for (const [route, count] of streams.countByRoute()) this.set({ route }, count);
        },
      });
      return readAtScrape(registry, gauges, () => read(dataSource));
    },
  };
}

async function read({ manager: db }: DataSource): Promise<Reading[]> {
  const [counters, orders, outbox] = await Promise.all([countMeetings(db), countRoomOrders(db), measureOutbox(db)]);
  const states = ["due", "ahead", "sending"] as const;
  return [
    ...counters.flatMap(({ counter, waiting, inProgress, longestWaitSeconds }) => [
      { name: "balie_queue_waiting", labels: { counter }, value: waiting },
      { name: "balie_queue_longest_wait_seconds", labels: { counter }, value: longestWaitSeconds },
      { name: "balie_meetings_in_progress", labels: { counter }, value: inProgress },
    ]),
    { name: "balie_room_orders_open", value: orders },
    ...states.map((state) => ({ name: "balie_outbox_messages", labels: { state }, value: outbox[state] })),
    { name: "balie_outbox_oldest_due_seconds", value: outbox.oldestDueSeconds },
  ];
}
