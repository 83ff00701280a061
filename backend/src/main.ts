import { setTimeout as pause } from "node:timers/promises";
import { bodyParser } from "@koa/bodyparser";
import Router from "@koa/router";
import Koa from "koa";
import { createApp } from "./app.js";
import { createAppMetrics } from "./app-metrics.js";
import { configOrExit } from "./config.js";
import { hearDialIns } from "./features/dial-in/hear-dial-ins.js";
import { hearLegs } from "./features/interpreting/hear-legs.js";
import { carryOutRoomOrders } from "./features/meetings/carry-out-room-orders.js";
import { hearTogether } from "./features/meetings/hear-together.js";
import { roomEventRoutes } from "./features/meetings/room-events.routes.js";
import { hearTestCalls } from "./features/test-calls/hear-test-calls.js";
import { createCounterControl } from "./platform/calls/counter-control.js";
import { openDatabaseOrExit } from "./platform/database/open-database.js";
import { answerFaults } from "./platform/http/answer-faults.js";
import { answerMetrics } from "./platform/http/answer-metrics.js";
import { endServer, serve } from "./platform/http/serve.js";
import { listen } from "./platform/live/listen.js";
import { createLog, describeFault, logReady } from "./platform/log.js";
import { schema } from "./schema.js";

const orderSweepMs = 5_000;
/** So long a proxy has to see that this process is no longer ready, and connections to end with their answers. */
const drainMs = 1_000;
/** Answers that take longer are cut, so that the whole stop stays under ten seconds. */
const answerLimitMs = 5_500;
const stopLimitMs = 8_500;
const config = configOrExit();
const log = createLog(config.LOG_LEVEL, "backend");
const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema);
const metrics = createAppMetrics(dataSource);
const app = createApp({ config, dataSource, log, observer: metrics.observer });
const control = createCounterControl(config.COUNTER_CONTROL_URL, config.COUNTER_CONTROL_SECRET);

let isCarrying = false;
let hasNewOrder = false;
const carryOut = async () => {
  if (!config.CALLS_AVAILABLE) return;
  hasNewOrder = true;
  if (isCarrying) return;
  isCarrying = true;
  // An order that comes while the last look was under way must not wait for the sweep.
  while (hasNewOrder) {
    hasNewOrder = false;
    await carryOutRoomOrders(dataSource, control, new Date()).catch((fault: unknown) =>
      log.warn({ fault: describeFault(fault) }, "a room order waits: Prosody or the database did not answer"),
    );
  }
  isCarrying = false;
};
const live = await listen(
  config.DATABASE_URL,
  { live: (topic) => app.refresh(topic), room_order: () => void carryOut() },
  () => {
    metrics.reconnected();
    app.refresh();
  },
);
const orderSweep = setInterval(carryOut, orderSweepMs);

const internal = new Koa();
internal.silent = true;
internal.use(answerFaults(log));
internal.use(bodyParser({ enableTypes: ["json"] }));
internal.use(
  roomEventRoutes({
    secret: config.COUNTER_CONTROL_SECRET,
    dataSource,
    control,
    clock: () => new Date(),
    log,
    beside: hearTogether([hearLegs(config), hearTestCalls(config), hearDialIns]),
  }).routes(),
);

internal.use(
  new Router().get("/metrics", answerMetrics(config.METRICS_TOKEN, metrics.exposition(app.streams))).routes(),
);

const servers = [
  await serve(app.koa.callback(), config.HTTP_PORT, config.HTTP_HOST),
  await serve(internal.callback(), config.INTERNAL_HTTP_PORT, config.INTERNAL_HTTP_HOST),
];
logReady(log, "backend");
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

/** First no longer ready; then no more connections, the event streams let go (pages come back by themselves) and what is under way answered; then the end. */
async function stop() {
  log.info("backend stops");
  setTimeout(() => process.exit(0), stopLimitMs).unref();
  clearInterval(orderSweep);
  app.drain();
  await pause(drainMs);
  const ends = servers.map((server) => endServer(server, answerLimitMs));
  app.stop();
  await Promise.all(ends);
  await live.stop();
  await dataSource.destroy();
  log.info("backend stopped");
}
