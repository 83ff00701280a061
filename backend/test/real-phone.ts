import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyParser } from "@koa/bodyparser";
import Koa from "koa";
import { type Gateway, type Happening, startGateway } from "../../appliance/lab/stand-ins/gateway.ts";
import { gatewayPassword } from "../../jitsi-config/test/support/phone.js";
import { controlSecret, Prosody } from "../../jitsi-config/test/support/prosody.js";
import { carryOutRoomOrders } from "../src/features/meetings/carry-out-room-orders.js";
import type { Beside } from "../src/features/meetings/hear-rooms.js";
import { roomEventRoutes } from "../src/features/meetings/room-events.routes.js";
import { type CounterControl, createCounterControl } from "../src/platform/calls/counter-control.js";
import { createLog } from "../src/platform/log.js";
import type { TestApp } from "./app.js";

/** The telephone of a test app through a real Prosody with our module; the gateway is a stand-in, whose fates are in fate.ts. `beside` hears the rooms. */
export async function startRealPhone(app: TestApp, beside: Beside) {
  const { dataSource } = app.database;
  const parts = { dataSource, log: createLog("silent", "test"), clock: () => new Date() };
  let control: CounterControl;
  const rooms = () => control.rooms();
  const internal = new Koa();
  internal.silent = true;
  internal.use(bodyParser({ enableTypes: ["json"] }));
  internal.use(
    roomEventRoutes({ ...parts, secret: controlSecret, control: { rooms } as CounterControl, beside }).routes(),
  );
  const listener = createServer(internal.callback());
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  const prosody = await Prosody.start({
    webhook: `http://127.0.0.1:${port}/internal/prosody/events`,
    env: { PHONE_GATEWAY_PASSWORD: gatewayPassword },
  });
  await prosody.isOpen();
  control = createCounterControl(prosody.controlUrl, controlSecret);
  const happenings: Happening[] = [];
  const gateway: Gateway = await startGateway({
    ...{ port: prosody.port, password: gatewayPassword, ringMs: 200, lingerMs: 300, lateMs: 14_000 },
    onHappened: (happening) => happenings.push(happening),
  });
  return {
    ...{ parts, prosody, control, gateway, happenings },
    carryOutRoomOrders: () => carryOutRoomOrders(dataSource, control, new Date()),
    stop: async () => {
      await gateway.stop();
      await prosody.stop();
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
