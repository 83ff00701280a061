import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { startGateway } from "../../appliance/lab/stand-ins/gateway.ts";
import { Counter } from "./support/counter.js";
import { atOnce, gatewayPassword, interpreter, PhoneCounter } from "./support/phone.js";

describe("a Prosody without a telephone", function () {
  this.timeout(15_000);
  it("knows no gateway's account", async () => {
    const counter = await Counter.start();
    try {
      expect(counter.prosody.log.entries.join("\n")).not.to.include("auth.meet.localhost");
      const { room } = await counter.openCall();
      const call = randomUUID();
      const { body } = await counter.prosody.command("dial", { room, call, to: atOnce, user: interpreter(call) });
      expect(body).to.deep.equal({ error: "no_gateway" });
    } finally {
      await counter.stop();
    }
  });

  it("lets no gateway in by another password or name", async () => {
    const phone = await PhoneCounter.start();
    try {
      const { port } = phone.counter.prosody;
      for (const account of [{ password: `${gatewayPassword}3` }, { password: "" }, { username: "focus" }]) {
        const outcome = await startGateway({ port, password: gatewayPassword, ...account }).catch(String);
        expect(String(outcome)).to.include("SASLError");
      }
    } finally {
      await phone.stop();
    }
  });

  it("does not start with a gateway's short password", async () => {
    const counter = await Counter.start({ env: { PHONE_GATEWAY_PASSWORD: "short" } }).catch((fault: Error) => fault);
    if (counter instanceof Counter) await counter.stop();
    expect(String(counter)).to.include("PHONE_GATEWAY_PASSWORD must have 16 characters or more");
  });
});
