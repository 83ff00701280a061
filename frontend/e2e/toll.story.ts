import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { Refused } from "../../jitsi-config/test/support/xmpp-client.ts";
import { ask } from "./support/database.ts";
import { type MeetingOfOutsiders, meetAsOutsiders, type Outsider, outsider } from "./support/outsider.ts";
import { setPhoneStage } from "./support/phone.ts";
import { occupantsOf, tryToken } from "./support/rooms.ts";

/** Who would telephone at the municipality's cost, by every way there is: our API, the room's own protocol, the back door between backend and Prosody, the roster, and a day without end. No page is needed for any of it. */
describe("toll fraud", function () {
  this.timeout(60_000);
  const phone = setPhoneStage({ PHONE_MINUTES_PER_DAY: "10" });
  const { stage, setRoster, untilLegs, dialled } = phone;
  /** A number that no clerk ever had dialled: seen nowhere, and written down nowhere. */
  const dear = "+32470990990";
  let meeting: MeetingOfOutsiders;

  before(async () => {
    meeting = await meetAsOutsiders(stage.stack, "Frank Fraude");
  });
  after(() => Promise.all(Object.values(meeting?.pages ?? {}).map((page) => page.vanish())));

  const log = () => readFileSync(join(stage.stack.logFolder, "backend.log"), "utf8").split("\n");
  const linesWith = (...words: string[]) => log().filter((line) => words.every((word) => line.includes(word)));
  const query = (sql: string, values: unknown[] = []) => ask(stage.stack, sql, values);
  const dialledNobody = async () => {
    expect(dialled).to.deep.equal([]);
    const people = (await occupantsOf(stage.stack, meeting.room)).length;
    expect(people, "citizen, helper and clerk").to.equal(3);
    expect(log().join("\n")).to.not.include(dear.slice(3));
  };
  const askAs = (who: Outsider) =>
    who.call("POST", `/api/meetings/${meeting.meetingId}/interpreters`, {
      ...{ requestId: randomUUID(), language: "tr", callAgain: null },
      to: dear,
      address: dear,
    });
  const code = async (answer: ReturnType<Outsider["call"]>) => {
    const { status, json } = await answer;
    return `${status} ${json?.code}`;
  };
  const askedFor = async () => {
    const { status, json } = await askAs(meeting.people.clerk);
    expect(status).to.equal(200);
    return String(json.id);
  };
  const becomes = (id: string, state: string) =>
    until(`the request is ${state}`, async () => {
      const [row] = await query("select state, why from interpreter_request where id = $1", [id]);
      return row?.["state"] === state ? row : null;
    });

  it("by the API: citizen, helper, whoever has no session or a forged one, and a clerk who does not lead are refused, and it is in the log", async () => {
    await setRoster({ name: "Ayşe", digits: "00" });
    const { citizen, helper, other } = meeting.people;
    const forged = outsider(stage.stack, undefined, new Map([["balie_session", "f".repeat(43)]]));
    const before = linesWith("/api/meetings/:meetingId/interpreters", '"status":40').length;
    for (const who of [citizen, helper, outsider(stage.stack), forged])
      expect(await code(askAs(who))).to.equal("401 unauthenticated");
    expect(await code(askAs(other))).to.equal("403 forbidden");
    await until(
      "five lines",
      () => linesWith("/api/meetings/:meetingId/interpreters", '"status":40').length === before + 5,
    );
    expect(await query("select from interpreter_request")).to.have.length(0);
    await dialledNobody();
  });

  it("by the API: a clerk without the right is refused, and stands in the log by id", async () => {
    await query("update clerk set phones_interpreters = false");
    expect(await code(askAs(meeting.people.clerk))).to.equal("403 may_not_phone");
    const [clerk] = await query("select clerk_id from meeting where id = $1", [meeting.meetingId]);
    const what = "a clerk without the right to phone interpreters asked for one";
    await until("the line", () => linesWith(what, String(clerk!["clerk_id"])).length === 1);
    await query("update clerk set phones_interpreters = true");
    await dialledNobody();
  });

  it("by the API: a number that a clerk sends along is not dialled, and what runs is turned by nobody else", async () => {
    await setRoster({ name: "Ayşe", digits: "00" });
    const id = await askedFor();
    await becomes(id, "connected");
    for (const who of ["citizen", "helper", "other"] as const)
      for (const way of ["next", "withdrawal", "silence"]) {
        const answer = meeting.people[who].call("POST", `/api/interpreter-requests/${id}/${way}`, { isSilenced: true });
        expect((await answer).status, `${who} ${way}`).to.be.within(401, 403);
      }
    await becomes(id, "connected");
    await meeting.people.clerk.call("POST", `/api/interpreter-requests/${id}/withdrawal`, {});
    await untilLegs(0);
    expect(dialled).to.have.length(1);
    expect(dialled).to.not.include(dear);
  });

  it("by a test call: whoever is no administrator is refused, and it is in the log", async () => {
    await setRoster({ name: "Ayşe", digits: "00" });
    const [interpreter] = await query("select id from interpreter where is_active");
    const test = (who: Outsider) =>
      code(
        who.call("POST", `/api/interpreters/${interpreter!["id"]}/test-calls`, { requestId: randomUUID(), to: dear }),
      );
    const { citizen, helper, clerk, other } = meeting.people;
    for (const who of [citizen, helper, outsider(stage.stack)]) expect(await test(who)).to.equal("401 unauthenticated");
    for (const who of [clerk, other]) expect(await test(who)).to.equal("403 forbidden");
    const [leader] = await query("select clerk_id from meeting where id = $1", [meeting.meetingId]);
    const what = "a clerk without the right to it asked for a test call";
    await until("the line", () => linesWith(what, String(leader!["clerk_id"])).length === 1);
    expect(await query("select from test_call")).to.have.length(0);
    await dialledNobody();
  });

  for (const who of ["citizen", "helper", "clerk"] as const)
    it(`by the room's own protocol: a ${who}'s dial is refused wherever it goes, and told`, async () => {
      const page = meeting.pages[who];
      const room = `${meeting.room}@muc.meet.localhost`;
      const dial = `<dial xmlns='urn:xmpp:rayo:1' from='fromnumber' to='${dear}'><header name='JvbRoomName' value='${room}'/></dial>`;
      const before = linesWith("a page tried to dial and was refused").length;
      const gateways = "jigasibrewery@internal-muc.meet.localhost";
      for (const to of [`${room}/focus`, room, gateways, "jigasi@auth.meet.localhost", "meet.localhost", ""])
        expect(await refusalOf(page.iq("set", to, dial)), to).to.equal("auth/forbidden");
      await until("a line of it", () => linesWith("a page tried to dial and was refused").length > before);
      await dialledNobody();
    });

  it("by a token: forged, of another room, or none, it lets nobody in", async () => {
    const { token, room } = meeting.tokens.clerk;
    const secret = stage.stack.env["JITSI_APP_SECRET"]!;
    expect(await tryToken(stage.stack, resigned(token, "not our secret"), room)).to.match(/^sasl\/not-allowed/);
    const elsewhere = resigned(token, secret, { room: "0".repeat(40) });
    expect(await tryToken(stage.stack, elsewhere, room)).to.match(/^cancel\/not-allowed/);
    expect(await tryToken(stage.stack, undefined, room)).to.match(/^sasl\/not-allowed/);
    await dialledNobody();
  });

  it("by the back door: Prosody takes no command without the secret, and none from outside at all", async () => {
    const { COUNTER_CONTROL_URL: url, COUNTER_CONTROL_SECRET: secret } = stage.stack.env;
    const user = { id: randomUUID(), name: "Ayşe", role: "interpreter" };
    const body = JSON.stringify({ room: meeting.room, call: randomUUID(), to: dear, user });
    const command = async (address: string, bearer?: string) => {
      const headers = { "content-type": "application/json", ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
      return (await fetch(`${address}/dial`, { method: "POST", headers, body })).status;
    };
    const { clerk, citizen } = meeting.tokens;
    for (const bearer of [undefined, "", `${secret}x`, secret!.slice(1), clerk.token, citizen.token])
      expect(await command(url!, bearer)).to.equal(401);
    expect(await command(`${stage.stack.publicUrl}/counter_control`, secret)).to.be.within(400, 405);
    const event = { boot: "b", seq: 1, event: "joined", room: meeting.room };
    const told = await outsider(stage.stack, secret).call("POST", "/internal/prosody/events", event);
    expect(told.status).to.be.within(400, 405);
    await dialledNobody();
  });

  it("by the roster: a number outside the allow-list is never dialled, abroad, dear, or by SIP", async () => {
    await setRoster(
      { name: "Ver", digits: "", address: "+33612345670" },
      { name: "Satelliet", digits: "", address: "+881612345670" },
      { name: "Elders", digits: "", address: "sip:tolk0@elders.example.org" },
    );
    const path = `/api/meetings/${meeting.meetingId}/interpreters`;
    const choice = await meeting.people.clerk.call("GET", path);
    expect(choice.json.languages).to.deep.equal([]);
    expect(await becomes(await askedFor(), "unanswered")).to.include({ why: "none_available" });
    expect(
      await query(
        "select from interpreter_call c join interpreter i on i.id = c.interpreter_id where i.name = any($1)",
        [["Ver", "Satelliet", "Elders"]],
      ),
    ).to.have.length(0);
    await dialledNobody();
  });

  it("by a day without end: once its minutes are used up, nobody is dialled", async () => {
    await setRoster({ name: "Ayşe", digits: "00" }, { name: "Bilal", digits: "10" });
    const id = await askedFor();
    await becomes(id, "connected");
    await query(
      "update interpreter_call set connected_at = connected_at - interval '11 minutes' where request_id = $1",
      [id],
    );
    const before = dialled.length;
    expect(await becomes(await askedFor(), "unanswered")).to.include({ why: "daily_limit" });
    expect(dialled.length, "and whoever talks goes on").to.equal(before);
    expect(phone.legs()).to.equal(1);
    await meeting.people.clerk.call("POST", `/api/interpreter-requests/${id}/withdrawal`, {});
    await untilLegs(0);
    expect(await becomes(await askedFor(), "unanswered")).to.include({ why: "daily_limit" });
    expect(dialled.length).to.equal(before);
  });
});

const refusalOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
    return "done";
  } catch (fault) {
    if (fault instanceof Refused) return `${fault.type}/${fault.condition}`;
    throw fault;
  }
};

/** The same token with other claims, signed by somebody who knows `secret`. */
const resigned = (token: string, secret: string, changes: object = {}): string => {
  const [header, payload] = token.split(".") as [string, string];
  const claims = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), ...changes };
  const body = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
};
