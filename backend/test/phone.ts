import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyParser } from "@koa/bodyparser";
import Koa from "koa";
import { hearLegs } from "../src/features/interpreting/hear-legs.js";
import { runHunts } from "../src/features/interpreting/run-hunts.js";
import type { PhoneLimits } from "../src/features/interpreting/take-next.js";
import { carryOutRoomOrders } from "../src/features/meetings/carry-out-room-orders.js";
import type { Beside } from "../src/features/meetings/hear-rooms.js";
import { roomEventRoutes } from "../src/features/meetings/room-events.routes.js";
import { createCounterControl } from "../src/platform/calls/counter-control.js";
import { createLog } from "../src/platform/log.js";
import type { TestApp } from "./app.js";
import { startProsodyStandIn } from "./prosody-stand-in.js";

export type TestPhone = Awaited<ReturnType<typeof startTestPhone>>;

/** The telephone of a test app: a stand-in for Prosody, the listener that hears it, and the search as the worker runs it. */
export async function startTestPhone(app: TestApp, longEnough = 20) {
  const { dataSource } = app.database;
  const secret = app.config.COUNTER_CONTROL_SECRET;
  const internal = new Koa();
  internal.silent = true;
  internal.use(bodyParser({ enableTypes: ["json"] }));
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  const prosody = await startProsodyStandIn({ secret, webhook: `http://127.0.0.1:${port}/internal/prosody/events` });
  const control = createCounterControl(prosody.url, secret);
  const log = createLog("silent", "test");
  // Long enough for a loaded machine, where no test waits for its end.
  let ringSeconds = longEnough;
  const legs = () => hearLegs({ PHONE_RING_SECONDS: ringSeconds });
  const beside: Beside = {
    heard: (context, event) => legs().heard(context, event),
    listed: (context, rooms) => legs().listed(context, rooms),
  };
  internal.use(roomEventRoutes({ secret, dataSource, control, clock: () => new Date(), log, beside }).routes());
  listener.on("request", internal.callback());

  return {
    prosody,
    control,
    startHunts: (limits: Partial<PhoneLimits> = {}) => {
      ringSeconds = limits.ringSeconds ?? ringSeconds;
      return runHunts(app.database.url, {
        dataSource,
        control,
        appSecret: app.config.APP_SECRET,
        limits: { allowed: ["+32", "sip:pbx.example.org"], minutesPerDay: 600, ringSeconds, ...limits },
        log,
        clock: () => new Date(),
      });
    },
    carryOutRoomOrders: () => carryOutRoomOrders(dataSource, control, new Date()),
    stop: async () => {
      await prosody.stop();
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

export type NewInterpreter = { name: string; address: string; languages?: string[]; rank?: number };

/** Puts interpreters on the roster. @returns their ids, in order. */
export async function enrol({ database }: TestApp, interpreters: NewInterpreter[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, address, languages = ["tr"], rank = 100 } of interpreters) {
    const [{ id }] = await database.dataSource.query(
      "insert into interpreter (name, languages, address, rank) values ($1, $2, $3, $4) returning id",
      [name, languages, address, rank],
    );
    ids.push(id);
  }
  return ids;
}
