// Rooms and telephones, as Jitsi's services run them; media and telephone lines there are none.
import { randomBytes } from "node:crypto";
import { expect } from "chai";
import { mediaCandidatesIn } from "../../backend/src/platform/doctor/knock-at-media.ts";
import { type Claims, openPerson, type Person } from "./support/person.ts";
import { connectPhone } from "./support/phone.ts";
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
  const openClerk = async (features: Claims["features"], room = nameRoom()) => {
    const clerk = await open(room, { moderator: true, features });
    await clerk.askForRoom();
    await clerk.join();
    return clerk;
  };
  const mayCall = { "outbound-call": true };

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

  it("is joined by the telephone that the clerk calls, which says when it is answered and leaves when it is hung up", async () => {
    const clerk = await openClerk(mayCall);
    const { leg = "" } = await clerk.dial("+3291112220");
    const first = await clerk.hearOf(leg, "Initializing Call");
    expect(first?.getChildText("nick", NICK)).to.equal("+3291112220");
    expect(await clerk.hearOf(leg, "Connected"), "answered").to.exist;
    await clerk.hangUp(leg);
    expect(await clerk.hearEndOf(leg), "gone").to.exist;
  });

  it("is left by a telephone that is busy, and the reason is told first", async () => {
    const clerk = await openClerk(mayCall);
    const { leg = "" } = await clerk.dial("+3291112221");
    expect(await clerk.hearOf(leg, "Busy Here"), "the reason").to.exist;
    expect(await clerk.hearEndOf(leg), "gone").to.exist;
  });

  it("hears of a gateway that cannot call", async () => {
    const clerk = await openClerk(mayCall);
    expect(await clerk.dial("+3291112223")).to.deep.equal({ refused: "undefined-condition" });
  });

  it("lets nobody call but a clerk whose token says so", async () => {
    const room = nameRoom();
    const clerk = await openClerk({}, room);
    expect(await clerk.dial("+3291112220")).to.deep.equal({ refused: "forbidden" });
    const citizen = await open(room, { features: mayCall });
    await citizen.join();
    expect(await citizen.dial("+3291112220")).to.deep.equal({ refused: "forbidden" });
  });
});
