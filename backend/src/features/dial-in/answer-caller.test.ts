import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { startCallers } from "../../../test/callers.js";
import { code } from "../../../test/calls.js";
import type { KeeperStandIn } from "../../../test/keeper-stand-in.js";
import { expectedSeconds } from "./is-expecting.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a citizen without internet", () => {
  const callers = startCallers(now);
  const { query, entryOf, ordersFor, later, round } = callers;
  const { type, again, waits, callerOf, asClerk, admit, hears, clerkComes, letIn } = callers;
  let prosody: KeeperStandIn;

  before(() => {
    ({ prosody } = callers.begun());
  });

  describe("is let in by the clerk", () => {
    it("as the citizen who dialled in: the room comes with their next question, once the clerk is there", async () => {
      const { booked: one, ticket } = await waits();
      const admitted = await admit(one);
      expect(admitted.json.entry).to.include({ status: "in_progress", medium: "dial_in" });
      expect((await again(ticket)).json).to.include({ place: "call", ticket, askAgainSeconds: 2 });
      expect(prosody.commanded).to.deep.equal([]);
      await clerkComes(one);
      const [{ room }] = await query("select room from meeting where id = $1", [one.meetingId]);
      const { id } = await callerOf(one);
      expect((await again(ticket)).json).to.deep.equal({ headers: { "X-Room-Name": `${room}@muc.meet.jitsi` } });
      const [{ command, body }] = prosody.commanded as [any];
      expect(command).to.equal("expect");
      expect(body).to.deep.include({
        room,
        user: { id, name: "Els Janssens", role: "citizen" },
        seconds: expectedSeconds,
      });
      expect(await callerOf(one)).to.include({ isExpected: true, isInCall: false });

      await hears(one, "joined", id);
      expect(await callerOf(one)).to.include({ isExpected: false, isInCall: true });
      const people = (await entryOf(one)).people;
      expect(people.map(({ role, userId }: any) => [role, userId]).at(-1)).to.deep.equal(["citizen", id]);
      expect(await ordersFor(id, one)).to.deep.equal([]);
    });
    it("and asked again meanwhile it is the same room and one telephone", async () => {
      const { ticket } = await letIn();
      const first = (await again(ticket)).json;
      expect((await again(ticket)).json).to.deep.equal(first);
      expect(prosody.commanded).to.have.length(1);
    });
    it("and waits on while Prosody gives no word", async () => {
      const { ticket } = await letIn();
      prosody.answer = { status: 500, body: {} };
      expect((await again(ticket)).json).to.include({ place: "call" });
      prosody.answer = { status: 200, body: {} };
      expect((await again(ticket)).json.headers).to.be.an("object");
    });
    it("and is not on the way any more when the telephone did not come; they call again with the same PIN", async () => {
      const { booked: one, ticket } = await letIn();
      await again(ticket);
      later(expectedSeconds * 1_000);
      await round();
      expect(await callerOf(one)).to.include({ isExpected: false, isConnected: false, isInCall: false });
      expect((await type(one.pin)).json.headers).to.be.an("object");
      const [first, second] = prosody.commanded;
      expect(second!.body.call).to.not.equal(first!.body.call);
    });
    it("while an interpreter dials in: one telephone after the other", async () => {
      const { booked: one, ticket } = await letIn();
      const body = { requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" };
      const guest = (await asClerk(one, "dial-in", body)).json;
      expect((await type(guest.pin)).json.headers).to.be.an("object");
      expect((await again(ticket)).json).to.include({ place: "call" });
      await hears(one, "joined", guest.id);
      expect((await again(ticket)).json.headers).to.be.an("object");
    });
    it("and no guest dials in while they are on their way", async () => {
      const { booked: one, ticket } = await letIn();
      await again(ticket);
      const body = { requestId: randomUUID(), role: "interpreter", name: "Ayşe Demir", language: "tr" };
      const guest = (await asClerk(one, "dial-in", body)).json;
      expect(code(await type(guest.pin))).to.equal("429 too_many_requests");
    });
  });
});
