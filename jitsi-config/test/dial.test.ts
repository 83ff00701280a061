import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { atOnce, interpreter, PhoneCounter } from "./support/phone.js";

describe("a dial of the backend", function () {
  this.timeout(15_000);
  let phone: PhoneCounter;

  beforeEach(async () => {
    phone = await PhoneCounter.start({
      env: { COUNTER_CONTROL_DIAL_TIMEOUT: "1", COUNTER_CONTROL_REFUSE_SECONDS: "900" },
    });
  });
  afterEach(() => phone.stop());

  it("is refused while no gateway is there, and goes through once one is", async () => {
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const answer = await phone.dial(room, atOnce, call);
    expect([answer.status, answer.body]).to.deep.equal([503, { error: "no_gateway" }]);
    await phone.startGateway();
    expect((await phone.dial(room, atOnce, call)).status).to.equal(200);
  });

  it("goes to the gateway with least to do, and to none that shuts down", async () => {
    const { room } = await phone.counter.openCall();
    const [busy, idle, leaving] = [
      await phone.startGateway({ stress_level: 0.4 }),
      await phone.startGateway({ stress_level: 0.1 }),
      await phone.startGateway({ stress_level: 0, graceful_shutdown: true }),
    ];
    await phone.dial(room, "+3291110020");
    await idle.hasSeen("joined", "+3291110020");
    await idle.say({ stress_level: 0.8 });
    await phone.dial(room, "+3291110030");
    await busy.hasSeen("joined", "+3291110030");
    for (const gateway of [busy, idle]) await gateway.say({ graceful_shutdown: true });
    expect((await phone.dial(room, "+3291110040")).body).to.deep.equal({ error: "no_gateway" });
    expect(leaving.happenings.entries).to.deep.equal([]);
  });

  it("does not go to what cannot phone", async () => {
    const { room } = await phone.counter.openCall();
    await phone.startGateway({ supports_sip: false });
    expect((await phone.dial(room, atOnce)).status).to.equal(503);
  });

  it("needs the secret", async () => {
    await phone.startGateway();
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const body = JSON.stringify({ room, call, to: atOnce, user: interpreter(call) });
    for (const secret of [null, "", "wrong"]) {
      for (const command of ["dial", "hangup"]) {
        const answer = await phone.counter.prosody.request(command, { method: "POST", body }, secret);
        expect(answer.status, `${command} ${secret}`).to.equal(401);
      }
    }
    await phone.counter.hasToldAll();
    expect(phone.counter.backend.storyOf(room)).to.have.length(3);
  });

  it("says what is wrong with it", async () => {
    const gateway = await phone.startGateway();
    const { room } = await phone.counter.openCall();
    const sound = { room, call: randomUUID(), to: atOnce, user: interpreter("call") };
    const faults: [object | string, string][] = [
      ["{", "malformed_json"],
      ["7", "malformed_json"],
      [{ ...sound, room: undefined }, "room_missing"],
      [{ ...sound, call: undefined }, "call_missing"],
      [{ ...sound, call: 7 }, "call_missing"],
      [{ ...sound, call: "x".repeat(101) }, "call_missing"],
      ...[
        "",
        "0911122",
        "+0911122233",
        "+32 911122",
        "+3291112220;ext=1",
        "+32911122201234567",
        "tel:+3291112220",
        "+32911122a",
      ].map((to): [object, string] => [{ ...sound, to }, "number_malformed"]),
      ...["sip:", "sip:a@", "sip:a@b;x=y", "sip:a@b?X-Y=z", "sip:a b@c", "a@b", 7, null, { number: atOnce }].map(
        (to): [object, string] => [{ ...sound, to }, "number_malformed"],
      ),
      [{ ...sound, user: undefined }, "user_missing"],
      [{ ...sound, user: "Tolk" }, "user_missing"],
      [{ ...sound, user: { id: "x", role: "interpreter" } }, "user_missing"],
      [{ ...sound, user: { id: "x", name: "Tolk" } }, "user_missing"],
      [{ ...sound, user: { name: "Tolk", role: "interpreter" } }, "user_missing"],
      [{ ...sound, headers: { "X-Balie": 7 } }, "headers_malformed"],
      [{ ...sound, user: { ...interpreter("x"), name: "Tolk\u0000" } }, "user_missing"],
      [{ ...sound, headers: { "X Balie": "a" } }, "headers_malformed"],
      [{ ...sound, headers: { JvbRoomName: "other@muc.meet.localhost" } }, "headers_malformed"],
      [{ ...sound, headers: { countercall: "other" } }, "headers_malformed"],
      [{ ...sound, headers: { "X-Balie": "a\r\nTo: b" } }, "headers_malformed"],
    ];
    for (const [body, error] of faults) {
      const sent = typeof body === "string" ? body : JSON.stringify(body);
      const answer = await phone.counter.prosody.request("dial", { method: "POST", body: sent });
      expect([answer.status, answer.body], sent).to.deep.equal([400, { error }]);
    }
    const withoutCall = await phone.counter.prosody.command("hangup", { room });
    expect([withoutCall.status, withoutCall.body]).to.deep.equal([400, { error: "call_missing" }]);
    expect(gateway.happenings.entries).to.deep.equal([]);
  });

  it("may give headers of its own", async () => {
    const gateway = await phone.startGateway();
    const { room } = await phone.counter.openCall();
    const call = randomUUID();
    const dial = { room, call, to: atOnce, user: interpreter(call), headers: { "X-Balie": "1" } };
    expect((await phone.counter.prosody.command("dial", dial)).status).to.equal(200);
    expect(gateway.happenings.entries[0]?.headers).to.deep.equal({ CounterCall: call, "X-Balie": "1" });
  });
});
