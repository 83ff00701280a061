import { createServer, type Server } from "node:http";
import { bodyParser } from "@koa/bodyparser";
import Koa from "koa";
import { createApp } from "./app.js";
import { configOrExit } from "./config.js";
import { carryOutRoomOrders } from "./features/meetings/carry-out-room-orders.js";
import { roomEventRoutes } from "./features/meetings/room-events.routes.js";
import { createCounterControl } from "./platform/calls/counter-control.js";
import { openDatabaseOrExit } from "./platform/database/open-database.js";
import { answerFaults } from "./platform/http/answer-faults.js";
import { listen } from "./platform/live/listen.js";
import { createLog, describeFault, logReady } from "./platform/log.js";
import { schema } from "./schema.js";

const orderSweepMs = 5_000;
const config = configOrExit();
const log = createLog(config.LOG_LEVEL, "backend");
const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema);
const app = createApp({ config, dataSource, log });
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
  () => app.refresh(),
);
const orderSweep = setInterval(carryOut, orderSweepMs);

const internal = new Koa();
internal.silent = true;
internal.use(answerFaults(log));
internal.use(bodyParser({ enableTypes: ["json"] }));
internal.use(
  roomEventRoutes({ secret: config.COUNTER_CONTROL_SECRET, dataSource, control, clock: () => new Date() }).routes(),
);

const servers = [
  await start(createServer(app.koa.callback()), config.HTTP_PORT, config.HTTP_HOST),
  await start(createServer(internal.callback()), config.INTERNAL_HTTP_PORT, config.INTERNAL_HTTP_HOST),
];
logReady(log, "backend");
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

function start(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => server.once("error", reject).listen(port, host, () => resolve(server)));
}

/** Answers what is under way, lets the event streams go (pages come back by themselves), then ends. */
async function stop() {
  log.info("backend stops");
  clearInterval(orderSweep);
  app.stop();
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  for (const server of servers) server.closeIdleConnections();
  setTimeout(() => servers.forEach((server) => void server.closeAllConnections()), 1_500).unref();
  await Promise.all(closed);
  await live.stop();
  await dataSource.destroy();
}
