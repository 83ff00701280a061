// Rooms and telephones, as Jitsi's services run them; media and telephone lines there are none.
import { randomBytes, randomUUID } from "node:crypto";
import { expect } from "chai";
import { mediaCandidatesIn } from "../../backend/src/platform/doctor/knock-at-media.ts";
import { type Claims, openPerson, type Person } from "./support/person.ts";
import { command, connectPhone } from "./support/phone.ts";
import { ADDRESS, ensureUp } from "./support/site.ts";

const NICK = "http://jabber.org/protocol/nick";

describe("a room in the appliance", function () {
  this.timeout(180_000);
  let disconnectPhone: () => Promise<void>;
  let people: Person[] = [];
  before(async () => {
    await ensureUp();
    disconnectPhone = await connectPhone();
  });
  after(() => disconnectPhone());
  afterEach(() => {
    for (const person of people) person.close();
    people = [];
  });

  const nameRoom = () => `__lab-${randomBytes(16).toString("hex")}`;
  const open = async (room: string, claims?: Claims) => {
    const person = await openPerson(room, claims);
    people.push(person);
    return person;
  };
  /** A clerk in a room of their own. */
  const openClerk = async (room: string, features: Claims["features"] = {}) => {
    const clerk = await open(room, { moderator: true, features });
    await clerk.askForRoom();
    await clerk.join();
    return clerk;
  };
  const mayCall = { "outbound-call": true };
  const dial = (room: string, to: string, call: string = randomUUID()) =>
    command("dial", { room, call, to, user: { id: call, name: "Tarık Tolk", role: "interpreter" } });
  const dialLeg = async (room: string, to: string, call: string = randomUUID()) => {
    const { status, body } = await dial(room, to, call);
    expect(status, JSON.stringify(body)).to.equal(200);
    return `${room}@muc.meet.jitsi/${(body as { nick: string }).nick}`;
  };

  it("is opened by jicofo for who has a token for it; the clerk alone moderates", async () => {
    const room = nameRoom();
    const [citizen, clerk] = [await open(room), await open(room, { moderator: true })];
    expect(await citizen.askForRoom()).to.equal(true);
    expect(await citizen.join()).to.include({ affiliation: "member", role: "participant" });
    expect(await clerk.join()).to.include({ affiliation: "owner", role: "moderator" });
  });

  it("offers both of two people the bridge, at the address that is configured", async () => {
    const room = nameRoom();
    const [citizen, clerk] = [await open(room), await open(room, { moderator: true })];
    await citizen.askForRoom();
    await citizen.join();
    await clerk.join();
    for (const offer of await Promise.all([citizen.offer(), clerk.offer()])) {
      const candidates = mediaCandidatesIn(offer!);
      expect(candidates.map(({ ip, port }) => `${ip}:${port}`)).to.include(`${ADDRESS}:10000`);
    }
  });

  it("is joined by the telephone that the backend dials, under the name that it gave; answered is told, and it leaves when it is hung up", async () => {
    const [room, call] = [nameRoom(), randomUUID()];
    const clerk = await openClerk(room);
    const leg = await dialLeg(room, "+3291112220", call);
    const first = await clerk.hearOf(leg, "Initializing Call");
    expect(first?.getChildText("nick", NICK)).to.equal("Tarık Tolk");
    expect(String(first)).not.to.include("91112220");
    expect(await clerk.hearOf(leg, "Connected"), "answered").to.exist;
    expect(await command("hangup", { room, call })).to.deep.equal({ status: 200, body: { ended: true } });
    expect(await clerk.hearEndOf(leg), "gone").to.exist;
  });

  it("is left by a telephone that is busy, and the reason is told first", async () => {
    const room = nameRoom();
    const clerk = await openClerk(room);
    const leg = await dialLeg(room, "+3291112221");
    expect(await clerk.hearOf(leg, "Busy Here"), "the reason").to.exist;
    expect(await clerk.hearEndOf(leg), "gone").to.exist;
  });

  it("hears of a gateway that cannot call", async () => {
    const room = nameRoom();
    await openClerk(room);
    const { status, body } = await dial(room, "+3291112223");
    expect([status, body]).to.deep.equal([502, { error: "refused", condition: "internal-server-error" }]);
  });

  it("lets nobody call but the backend, whatever their token says", async () => {
    const room = nameRoom();
    const clerk = await openClerk(room, mayCall);
    expect(await clerk.dial("+3291112220")).to.equal("forbidden");
    const citizen = await open(room, { features: mayCall });
    await citizen.join();
    expect(await citizen.dial("+3291112220")).to.equal("forbidden");
  });
});
