import { expect } from "chai";
import { Counter, newRoom } from "./support/counter.js";
import { refusalOf } from "./support/refusal.js";
import { citizen, clerk, signToken, validClaims } from "./support/tokens.js";
import { find } from "./support/xml.js";
import { isUnavailable, mucDomain, statusCodes } from "./support/xmpp-client.js";

const admin = "http://jabber.org/protocol/muc#admin";
const owner = "http://jabber.org/protocol/muc#owner";
const nickname = "http://jabber.org/protocol/nick";

const another = (id: string, user: Record<string, unknown> = citizen) => ({ ...user, id });

describe("a room", function () {
  this.timeout(15_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  it("opens only to a token that names it", async () => {
    const page = await counter.connectAs(citizen, newRoom());
    const refusal = await refusalOf(page.join(newRoom(), "citizennick"));
    expect(refusal).to.include({ type: "cancel", condition: "not-allowed" });
  });

  it("stays closed to another room's token while people are in it", async () => {
    const { room } = await counter.openCall();
    const page = await counter.connectAs(another("citizen-2"), newRoom());
    const refusal = await refusalOf(page.join(room, "othernick"));
    expect(refusal).to.include({ type: "cancel", condition: "not-allowed" });
  });

  it("makes the clerk owner and the citizen member, whoever comes first", async () => {
    const room = newRoom();
    const citizenPage = await counter.connectAs(citizen, room);
    const citizenPresence = await citizenPage.join(room, "citizennick");
    const clerkPage = await counter.connectAs(clerk, room);
    const clerkPresence = await clerkPage.join(room, "clerknick");
    expect(find(citizenPresence, "x", "item")?.attributes).to.include({ affiliation: "member", role: "participant" });
    expect(find(clerkPresence, "x", "item")?.attributes).to.include({ affiliation: "owner", role: "moderator" });
  });

  it("takes the moderator claim as text too, and as nothing else", async () => {
    for (const [moderator, affiliation] of [
      ["true", "owner"],
      [1, "member"],
      ["yes", "member"],
    ] as const) {
      const room = newRoom();
      const page = await counter.connectAs({ ...clerk, moderator }, room);
      const presence = await page.join(room, "nick");
      expect(find(presence, "x", "item")?.attributes.affiliation).to.equal(affiliation);
    }
  });

  it("holds eight people and tells a ninth it is full", async () => {
    const { room } = await counter.openCall();
    for (let place = 3; place <= 8; place++)
      await (await counter.connectAs(another(`helper-${place}`), room)).join(room, `nick${place}`);
    const page = await counter.connectAs(another("helper-9"), room);
    const refusal = await refusalOf(page.join(room, "ninthnick"));
    expect(refusal).to.include({ type: "wait", condition: "service-unavailable", text: "Room is full" });
  });

  it("lets a reloaded page take its old place, which leaves first", async () => {
    const { room, clerkPage } = await counter.openCall();
    const reloaded = await counter.connectAs(citizen, room);
    await reloaded.join(room, "newnick");
    await clerkPage.seesPresence("newnick");
    const left = await clerkPage.seesPresence("citizennick", isUnavailable);
    const presences = clerkPage.stanzas.entries;
    const came = presences.findIndex(({ attributes }) => attributes.from?.endsWith("/newnick"));
    expect(presences.indexOf(left)).to.be.lessThan(came);
  });

  it("survives its only occupant reloading the page", async () => {
    const room = newRoom();
    const first = await counter.connectAs(clerk, room);
    await first.join(room, "clerknick");
    const second = await counter.connectAs(clerk, room);
    await second.join(room, "newnick");
    const citizenPage = await counter.connectAs(citizen, room);
    await citizenPage.join(room, "citizennick");
    await citizenPage.seesPresence("newnick");
    await second.seesPresence("citizennick");
    await counter.hasToldAll();
    expect(counter.backend.storyOf(room)).not.to.include("destroyed");
  });

  it("ends after a reloaded page left too", async () => {
    const room = newRoom();
    const first = await counter.connectAs(clerk, room);
    await first.join(room, "clerknick");
    const second = await counter.connectAs(clerk, room);
    await second.join(room, "newnick");
    await second.hangUp();
    await counter.backend.hasTold(room, "destroyed");
  });

  it("replaces a ghost even where the newcomer has its address and name", async () => {
    const room = newRoom();
    const ghost = await counter.connectAs(citizen, room, { resumable: true });
    await ghost.join(room, "citizennick");
    const page = await counter.connectAs(citizen, room, { lost: ghost, resumes: false });
    await page.join(room, "citizennick");
    await ghost.seesPresence("citizennick", isUnavailable);
    await counter.backend.accepted.until("the whole story", () => counter.backend.storyOf(room).length === 4);
    expect(counter.backend.storyOf(room).slice(1)).to.deep.equal([
      "joined citizen-1",
      "left citizen-1 replaced",
      "joined citizen-1",
    ]);
  });

  it("ends when the last person leaves, and a token opens it anew", async () => {
    const room = newRoom();
    const page = await counter.connectAs(citizen, room);
    await page.join(room, "citizennick");
    page.presence(room, "citizennick", "", "unavailable");
    await counter.backend.hasTold(room, "destroyed");
    const presence = await page.join(room, "citizennick");
    expect(statusCodes(presence)).to.include("201");
  });
});

describe("a citizen in a room", function () {
  this.timeout(15_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  it("cannot make himself owner, also in a room he opened", async () => {
    const room = newRoom();
    const page = await counter.connectAs(citizen, room);
    await page.join(room, "citizennick");
    const item = `<item affiliation='owner' jid='${page.jid.split("/")[0]}'/>`;
    const request = page.iq("set", `${room}@${mucDomain}`, `<query xmlns='${admin}'>${item}</query>`);
    expect(await refusalOf(request)).to.include({ condition: "not-allowed" });
  });

  it("cannot make himself owner", async () => {
    const { room, citizenPage } = await counter.openCall();
    const item = `<item affiliation='owner' jid='${citizenPage.jid.split("/")[0]}'/>`;
    const request = citizenPage.iq("set", `${room}@${mucDomain}`, `<query xmlns='${admin}'>${item}</query>`);
    expect(await refusalOf(request)).to.include({ condition: "not-allowed" });
  });

  it("cannot become moderator", async () => {
    const { room, citizenPage } = await counter.openCall();
    const item = "<item role='moderator' nick='citizennick'/>";
    const request = citizenPage.iq("set", `${room}@${mucDomain}`, `<query xmlns='${admin}'>${item}</query>`);
    expect(await refusalOf(request)).to.include({ condition: "not-allowed" });
  });

  it("cannot kick the clerk", async () => {
    const { room, citizenPage } = await counter.openCall();
    const item = "<item role='none' nick='clerknick'/>";
    const request = citizenPage.iq("set", `${room}@${mucDomain}`, `<query xmlns='${admin}'>${item}</query>`);
    expect(await refusalOf(request)).to.include({ condition: "not-allowed" });
  });

  it("cannot read or change the room's configuration, also in a room he opened", async () => {
    const room = newRoom();
    const page = await counter.connectAs(citizen, room);
    await page.join(room, "citizennick");
    const query = `<query xmlns='${owner}'><x xmlns='jabber:x:data' type='submit'/></query>`;
    const asked = page.iq("get", `${room}@${mucDomain}`, `<query xmlns='${owner}'/>`);
    expect(await refusalOf(asked)).to.include({ condition: "forbidden" });
    expect(await refusalOf(page.iq("set", `${room}@${mucDomain}`, query))).to.include({ condition: "forbidden" });
  });

  it("cannot change his address in the room", async () => {
    const { room, citizenPage } = await counter.openCall();
    expect(await refusalOf(citizenPage.join(room, "othernick"))).to.include({ condition: "not-allowed" });
  });

  it("cannot reserve an address", async () => {
    const { room, citizenPage } = await counter.openCall();
    const form =
      "<x xmlns='jabber:x:data' type='submit'>" +
      "<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field>" +
      "<field var='muc#register_roomnick'><value>clerknick2</value></field></x>";
    const query = `<query xmlns='jabber:iq:register'>${form}</query>`;
    const refusal = await refusalOf(citizenPage.iq("set", `${room}@${mucDomain}`, query));
    expect(refusal).to.include({ condition: "forbidden" });
  });

  it("cannot invite anybody", async () => {
    const { room, citizenPage } = await counter.openCall();
    const invite = `<x xmlns='http://jabber.org/protocol/muc#user'><invite to='someone@meet.localhost'/></x>`;
    citizenPage.send(`<message xmlns='jabber:client' to='${room}@${mucDomain}'>${invite}</message>`);
    const answer = await citizenPage.stanzas.first("refused invitation", (stanza) => {
      return stanza.name === "message" && stanza.attributes.type === "error";
    });
    expect(find(answer, "error", "forbidden")).to.exist;
  });
});

describe("a clerk in a room", function () {
  this.timeout(15_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  it("cannot make the citizen owner", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    const item = `<item affiliation='owner' jid='${citizenPage.jid.split("/")[0]}'/>`;
    const request = clerkPage.iq("set", `${room}@${mucDomain}`, `<query xmlns='${admin}'>${item}</query>`);
    expect(await refusalOf(request)).to.include({ condition: "not-allowed" });
  });

  it("cannot make the citizen moderator", async () => {
    const { room, clerkPage } = await counter.openCall();
    const item = "<item role='moderator' nick='citizennick'/>";
    const request = clerkPage.iq("set", `${room}@${mucDomain}`, `<query xmlns='${admin}'>${item}</query>`);
    expect(await refusalOf(request)).to.include({ condition: "not-allowed" });
  });

  it("cannot configure or destroy the room behind the backend's back", async () => {
    const { room, clerkPage } = await counter.openCall();
    for (const payload of ["<x xmlns='jabber:x:data' type='submit'/>", "<destroy/>"]) {
      const request = clerkPage.iq("set", `${room}@${mucDomain}`, `<query xmlns='${owner}'>${payload}</query>`);
      expect(await refusalOf(request)).to.include({ condition: "forbidden" });
    }
  });
});

describe("who somebody is", function () {
  this.timeout(15_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  const forged =
    `<nick xmlns='${nickname}'>Kees Clerk</nick>` +
    "<identity><user><id>clerk-1</id><name>Kees Clerk</name><role>clerk</role></user></identity>" +
    "<identity xmlns='urn:other'><user><id>clerk-1</id></user></identity>";

  const identitiesIn = (presence: { children: { name: string }[] }) =>
    presence.children.filter(({ name }) => name === "identity");

  it("is told by the server to everybody in the room", async () => {
    const { clerkPage, citizenPage } = await counter.openCall();
    const seenByCitizen = await citizenPage.seesPresence("clerknick");
    const user = find(seenByCitizen, "identity", "user");
    expect(user?.children.map(({ name, text }) => [name, text])).to.deep.equal([
      ["id", "clerk-1"],
      ["name", "Kees Clerk"],
      ["role", "clerk"],
    ]);
    expect(find(seenByCitizen, "nick")?.text).to.equal("Kees Clerk");
    const seenByClerk = await clerkPage.seesPresence("citizennick");
    expect(find(seenByClerk, "identity", "user", "role")?.text).to.equal("citizen");
  });

  it("comes from the token when the joining page claims otherwise", async () => {
    const room = newRoom();
    const clerkPage = await counter.connectAs(clerk, room);
    await clerkPage.join(room, "clerknick");
    const page = await counter.connectAs(citizen, room);
    await page.join(room, "citizennick", forged);
    const presence = await clerkPage.seesPresence("citizennick");
    expect(identitiesIn(presence)).to.have.length(1);
    expect(find(presence, "identity", "user", "id")?.text).to.equal("citizen-1");
    expect(presence.children.filter(({ name }) => name === "nick")).to.have.length(1);
    expect(find(presence, "nick")?.text).to.equal("Noor Citizen");
  });

  it("stays when a page later claims otherwise", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    citizenPage.presence(room, "citizennick", `${forged}<audiomuted>true</audiomuted>`);
    const presence = await clerkPage.seesPresence("citizennick", (stanza) => find(stanza, "audiomuted") !== undefined);
    expect(identitiesIn(presence)).to.have.length(1);
    expect(find(presence, "identity", "user", "role")?.text).to.equal("citizen");
    expect(find(presence, "nick")?.text).to.equal("Noor Citizen");
  });

  it("stays when the presence goes to the room instead of the occupant", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    const mark = "<videomuted>true</videomuted>";
    citizenPage.send(`<presence xmlns='jabber:client' to='${room}@${mucDomain}'>${forged}${mark}</presence>`);
    const presence = await clerkPage.seesPresence("citizennick", (stanza) => find(stanza, "videomuted") !== undefined);
    expect(find(presence, "identity", "user", "id")?.text).to.equal("citizen-1");
  });

  it("is never claimed in a message", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    const names = `${forged}<display-name xmlns='http://jitsi.org/protocol/display-name' source='visitor'>Kees Clerk</display-name>`;
    citizenPage.message(room, "hello", names);
    const isHello = ({ name, children }: { name: string; children: { text: string }[] }) =>
      name === "message" && children.some(({ text }) => text === "hello");
    const message = await clerkPage.stanzas.first("the message", isHello);
    expect(message.children.map(({ name }) => name)).not.to.include.members(["nick", "identity", "display-name"]);
    expect(message.children.map(({ name }) => name)).to.include("body");
    for (const name of ["nick", "identity", "display-name"]) expect(find(message, name)).to.equal(undefined);
  });

  it("is an empty name and role where the token has none", async () => {
    const room = newRoom();
    const token = signToken({ ...validClaims(room), context: { user: { id: "somebody" } } });
    const page = await counter.connect(token);
    const presence = await page.join(room, "nick", forged);
    expect(find(presence, "identity", "user", "id")?.text).to.equal("somebody");
    expect(find(presence, "identity", "user", "role")?.text).to.equal("");
    expect(find(presence, "nick")?.text).to.equal("");
  });
});
