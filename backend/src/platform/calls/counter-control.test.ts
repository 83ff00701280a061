import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { newRoom } from "../../../../jitsi-config/test/support/counter.js";
import { PhoneCounter, roomAddress } from "../../../../jitsi-config/test/support/phone.js";
import { controlSecret } from "../../../../jitsi-config/test/support/prosody.js";
import { type CounterControl, createCounterControl } from "./counter-control.js";

describe("the telephone of counter_control", () => {
  let phone: PhoneCounter;
  let control: CounterControl;
  let room: string;
  before(async () => {
    phone = await PhoneCounter.start({ env: { COUNTER_CONTROL_DIAL_TIMEOUT: "1" } });
    control = createCounterControl(phone.counter.prosody.controlUrl, controlSecret);
    ({ room } = await phone.counter.openCall());
  });
  after(() => phone.stop());

  const dial = (to: string, call: string = randomUUID(), where = room) =>
    control.dial({ room: where, call, to, user: { id: call, name: "Tarık Tolk", role: "interpreter" } });
  const occupantOf = async (call: string) => {
    const { rooms } = await control.rooms();
    return rooms.find((each) => each.room === room)?.occupants.find(({ phone }) => phone?.call === call);
  };

  it("says that there is no gateway", async () => {
    expect(await dial("+3291112220")).to.deep.equal({ is: "no_gateway" });
    await phone.startGateway();
  });

  it("rings, is seen in the room, and is hung up, twice as well as once", async () => {
    const call = randomUUID();
    const answer = await dial("+3291112220", call);
    expect(await dial("+3291112220", call)).to.deep.equal(answer);
    await phone.counter.backend.hasTold(room, `changed ${call} Connected`);
    const { is, nick } = answer as { is: string; nick: string };
    expect(is).to.equal("ringing");
    expect(await occupantOf(call)).to.deep.equal({
      ...{ nick, user: call },
      phone: { call, direction: "out", status: "Connected" },
    });
    await control.hangUp(room, call);
    await control.hangUp(room, call);
    expect(await occupantOf(call)).to.equal(undefined);
    expect(await dial("+3291112220", call)).to.deep.equal({ is: "refused" });
  });

  it("says of a telephone that came and went that it is gone, and not that it was refused", async () => {
    const call = randomUUID();
    await dial("+3291112228", call);
    await phone.counter.backend.hasTold(room, `left ${call} left`);
    expect(await dial("+3291112228", call)).to.deep.equal({ is: "gone" });
  });

  it("lets in who is expected to dial in, and nobody else", async () => {
    const gateway = await phone.startGateway();
    const callIn = () => gateway.callIn(roomAddress(room), "+32470123450");
    expect(await callIn().then(() => "let in", String)).to.include("forbidden");
    const call = randomUUID();
    await control.expect({ room, call, user: { id: call, name: "Tarık Tolk", role: "interpreter" }, seconds: 30 });
    await callIn();
    expect((await occupantOf(call))?.phone).to.include({ call, direction: "in" });
  });

  it("says what went wrong", async () => {
    expect(await dial("+3291112223")).to.deep.equal({ is: "refused" });
    expect(await dial("+3291112224")).to.deep.equal({ is: "silent" });
    expect(await dial("+3291112227")).to.deep.equal({ is: "refused" });
    expect(await dial("+3291112220", randomUUID(), newRoom())).to.deep.equal({ is: "no_room" });
  });

  it("rejects what no backend of ours would send, and when the secret is another", async () => {
    const faultOf = (attempt: Promise<unknown>) => attempt.then(() => "none", String);
    expect(await faultOf(dial("112"))).to.include("answered 400");
    const stranger = createCounterControl(phone.counter.prosody.controlUrl, "another secret");
    const call = randomUUID();
    const user = { id: call, name: "Tarık Tolk", role: "interpreter" };
    expect(await faultOf(stranger.dial({ room, call, to: "+3291112220", user }))).to.include("answered 401");
    expect(await faultOf(stranger.hangUp(room, call))).to.include("answered 401");
  });
});
