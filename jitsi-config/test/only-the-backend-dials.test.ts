import { expect } from "chai";
import { newRoom } from "./support/counter.js";
import { atOnce, PhoneCounter, type PhoneGateway, roomAddress } from "./support/phone.js";
import { refusalOf } from "./support/refusal.js";
import { citizen, clerk, signToken, validClaims } from "./support/tokens.js";
import { find } from "./support/xml.js";

const brewery = "jigasibrewery@internal-muc.meet.localhost";
const rayo = "urn:xmpp:rayo:1";
const forbidden = { type: "auth", condition: "forbidden" };
const muc = "<x xmlns='http://jabber.org/protocol/muc'/>";

const dialIn = (room: string, to = atOnce) =>
  `<dial xmlns='${rayo}' from='fromnumber' to='${to}'><header name='JvbRoomName' value='${roomAddress(room)}'/></dial>`;

describe("only the backend dials", function () {
  this.timeout(15_000);
  let phone: PhoneCounter;
  let gateway: PhoneGateway;

  before(async () => {
    phone = await PhoneCounter.start();
    gateway = await phone.startGateway();
  });
  after(() => phone.stop());

  const dialledTo = (number: string) =>
    gateway.happenings.entries.filter((each) => each.is === "dialled" && each.number === number);
  const gatewayAddress = async () => {
    const page = await phone.counter.connectAs(citizen, newRoom());
    page.send(`<presence xmlns='jabber:client' to='${brewery}/onlooker'>${muc}</presence>`);
    const isGateway = (stanza: { name: string; attributes: Record<string, string> }) =>
      stanza.name === "presence" && stanza.attributes.from?.startsWith(brewery) === true;
    const presence = await page.stanzas.first("the gateway", (stanza) => isGateway(stanza) && hasStats(stanza));
    await page.vanish();
    return { real: find(presence, "x", "item")?.attributes.jid ?? "", occupant: presence.attributes.from ?? "" };
  };
  const hasStats = (stanza: Parameters<typeof find>[0]) => find(stanza, "stats") !== undefined;

  for (const user of [
    citizen,
    clerk,
    { id: "helper-1", name: "Hilde Helper", role: "helper", moderator: false },
    { id: "colleague-1", name: "Co Clerk", role: "colleague", moderator: true },
  ]) {
    it(`and a ${user.role} who tries is refused and recorded, wherever they turn`, async () => {
      const room = newRoom();
      const claims = { ...validClaims(room, user), context: { user, features: { "outbound-call": true } } };
      const page = await phone.counter.connect(signToken(claims));
      await page.join(room, "ownnick");
      const number = `+32911199${user.id.length}0`;
      const { real, occupant } = await gatewayAddress();
      const focus = `${roomAddress(room)}/focus`;
      const everywhere = [focus, real, occupant, brewery, roomAddress(room), "meet.localhost", ""];
      for (const to of everywhere) {
        expect(await refusalOf(page.iq("set", to, dialIn(room, number))), to).to.include(forbidden);
      }
      await phone.counter.backend.hasTold(room, `dial_refused ${user.id}`);
      const told = phone.counter.backend.accepted.entries.filter(
        ({ event, room: name }) => event === "dial_refused" && name === room,
      );
      expect(told[0]).to.have.all.keys("boot", "seq", "at", "at_ms", "event", "room", "user");
      expect(told.length).to.be.within(1, 6);
      expect(dialledTo(number)).to.deep.equal([]);
      expect(JSON.stringify(phone.counter.backend.attempts.entries)).not.to.include(number);
    });
  }

  it("and whoever has no token, or a forged one, does not get as far", async () => {
    const room = newRoom();
    const forged = signToken(validClaims(room, clerk), { secret: "somebody else's" });
    for (const token of [undefined, forged]) {
      expect(await refusalOf(phone.counter.connect(token))).to.include({ condition: "not-allowed" });
    }
  });

  it("and nobody presses the keys of a call either", async () => {
    const { room, clerkPage } = await phone.counter.openCall();
    const { body } = await phone.dial(room, atOnce);
    const leg = `${roomAddress(room)}/${body.nick}`;
    const hangUp = clerkPage.iq("set", leg, `<hangup xmlns='${rayo}'/>`);
    expect(await refusalOf(hangUp)).to.include(forbidden);
    await phone.counter.hasToldAll();
    expect(phone.counter.backend.storyOf(room)).not.to.include("dial_refused clerk-1");
  });

  it("and two thousand tries are told of six times", async () => {
    const { room, citizenPage } = await phone.counter.openCall();
    const before = citizenPage.stanzas.entries.length;
    for (let index = 0; index < 2_000; index++)
      citizenPage.send(`<iq xmlns='jabber:client' type='set' id='${index}' to='${brewery}'>${dialIn(room)}</iq>`);
    await citizenPage.stanzas.until("all refusals", ({ length }) => length >= before + 2_000, 12_000);
    citizenPage.presence(room, "citizennick", "", "unavailable");
    await phone.counter.backend.hasTold(room, "left citizen-1 left");
    const told = phone.counter.backend.storyOf(room).filter((line) => line.startsWith("dial_refused"));
    expect(told).to.have.length(6);
  });

  it("and a page that plays the gateway is not told whom we dial", async () => {
    const { room, citizenPage } = await phone.counter.openCall();
    const stats = "<stat name='supports_sip' value='true'/><stat name='stress_level' value='0'/>";
    const best = `<stats xmlns='http://jitsi.org/protocol/colibri'>${stats}</stats>`;
    await gateway.say({ stress_level: 0.9 });
    citizenPage.send(`<presence xmlns='jabber:client' to='${brewery}/better'>${muc}${best}</presence>`);
    await citizenPage.seesPresence("better", hasStats);
    expect((await phone.dial(room, atOnce)).status).to.equal(200);
    expect(JSON.stringify(citizenPage.stanzas.entries)).not.to.include("dial");
  });

  it("and a page that plays a telephone is shown as what it is", async () => {
    const { room, clerkPage, citizenPage } = await phone.counter.openCall();
    const initiator = `<initiator xmlns='http://jitsi.org/protocol/jigasi'><header name='CounterCall' value='x'/></initiator>`;
    citizenPage.presence(room, "citizennick", `${initiator}<status>Connected</status><audiomuted>true</audiomuted>`);
    const presence = await clerkPage.seesPresence("citizennick", (each) => find(each, "audiomuted") !== undefined);
    expect(find(presence, "initiator")).to.equal(undefined);
    await phone.counter.hasToldAll();
    expect(phone.counter.backend.storyOf(room)).to.deep.equal(["created", "joined clerk-1", "joined citizen-1"]);
  });
});
