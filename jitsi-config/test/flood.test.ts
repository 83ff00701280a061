import { expect } from "chai";
import { Counter } from "./support/counter.js";
import { find, type XmlElement } from "./support/xml.js";
import { isError, mucDomain, type XmppClient } from "./support/xmpp-client.js";

const bodiesOf = (page: XmppClient): string[] =>
  page.stanzas.entries.flatMap((stanza) => {
    const text = stanza.name === "message" && !isError(stanza) ? find(stanza, "body")?.text : undefined;
    return text === undefined ? [] : [text];
  });
const isRefusal = (stanza: XmlElement) =>
  stanza.name === "message" && isError(stanza) && find(stanza, "error", "resource-constraint") !== undefined;

describe("a person who floods a room", function () {
  this.timeout(30_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  it("is heard for sixty messages, and with ten thousand no more than twenty a second after them", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    const [begunAt, before] = [Date.now(), citizenPage.stanzas.entries.length];
    for (let index = 0; index < 10_000; index++) citizenPage.message(room, `${index}`);
    // Each comes back, by the room or refused.
    await citizenPage.stanzas.until("all answers", ({ length }) => length >= before + 10_000, 25_000);
    const seconds = (Date.now() - begunAt) / 1000;
    clerkPage.message(room, "Gaat het?");
    await clerkPage.stanzas.first("one's own words", (stanza) => find(stanza, "body")?.text === "Gaat het?");
    const heard = bodiesOf(clerkPage).length - 1;
    expect(heard)
      .to.be.at.least(60)
      .and.at.most(60 + 20 * seconds + 1);
    expect(citizenPage.stanzas.entries.filter(isRefusal)).to.have.length(10_000 - heard);
  });

  it("is refused a message of more than 64 kB, and nobody gets it", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    citizenPage.message(room, "x".repeat(70_000));
    await citizenPage.stanzas.first("the refusal", isRefusal);
    citizenPage.message(room, "x".repeat(60_000));
    await clerkPage.stanzas.first("the shorter one", (stanza) => find(stanza, "body")?.text?.length === 60_000);
    expect(bodiesOf(clerkPage).map(({ length }) => length)).to.deep.equal([60_000]);
  });

  it("loses the connection with a message of a megabyte, and the other stays", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    citizenPage.message(room, "x".repeat(1_000_000));
    await clerkPage.seesPresence("citizennick", ({ attributes }) => attributes.type === "unavailable");
    clerkPage.message(room, "Bent u er nog?");
    await clerkPage.stanzas.first("one's own words", (stanza) => find(stanza, "body")?.text === "Bent u er nog?");
    expect(bodiesOf(clerkPage)).to.deep.equal(["Bent u er nog?"]);
  });

  it("is refused privately too", async () => {
    const { room, clerkPage, citizenPage } = await counter.openCall();
    const to = `${room}@${mucDomain}/clerknick`;
    for (let index = 0; index < 200; index++)
      citizenPage.send(`<message xmlns='jabber:client' type='chat' to='${to}'><body>${index}</body></message>`);
    await citizenPage.stanzas.first("the refusal", isRefusal);
    await citizenPage.iq("get", "meet.localhost", "<ping xmlns='urn:xmpp:ping'/>");
    expect(bodiesOf(clerkPage).length).to.be.below(120);
  });
});
