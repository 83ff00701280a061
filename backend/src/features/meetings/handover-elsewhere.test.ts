import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code, type InCall } from "../../../test/calls.js";
import { type EventStream, openEventStream } from "../../../test/event-stream.js";
import { startHandovers } from "../../../test/handovers.js";
import { until } from "../../../test/until.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a meeting handed to a colleague", () => {
  const handovers = startHandovers(now);
  const { query, led, noteConsole, post, ask, asked, say, tell, tokenOf, end, entryOf } = handovers;
  let app: TestApp;
  let an: CookieJar;
  let karim: CookieJar;
  let anId: string;
  let karimId: string;

  beforeEach(() => {
    ({ app, an, karim, anId, karimId } = handovers.begun());
  });

  describe("at a counter where Karim does not work", () => {
    let elsewhere: EventStream;
    let counters: { clerk_id: string; counter_id: string }[];

    beforeEach(async () => {
      [counters] = await query("delete from clerk_counter where clerk_id = $1 and counter_id = $2 returning *", [
        karimId,
        handovers.begun().service.counterId,
      ]);
      elsewhere = await openEventStream(`${app.url}/api/queue/events`, karim);
    });
    afterEach(async () => {
      elsewhere.close();
      for (const { clerk_id, counter_id } of counters)
        await query("insert into clerk_counter (clerk_id, counter_id) values ($1, $2)", [clerk_id, counter_id]);
    });

    const told = (seen: (view: any) => boolean) =>
      until("what Karim's console is told", async () => {
        const { view } = elsewhere.events.findLast(({ event }) => event === "handovers") ?? {};
        return view && seen(view) ? view : undefined;
      });
    const ofMeeting = ({ booked }: InCall, some: any[]) => some.find(({ meetingId }) => meetingId === booked.meetingId);
    const takenFromInside = async () => {
      const meeting = await led();
      expect(code(await ask(meeting))).to.equal("404 not_found");
      const request = (await post(`/api/meetings/${meeting.booked.meetingId}/colleagues`, an, { clerkId: karimId }))
        .json;
      const { guest } = (await post(`/api/colleague-requests/${request.id}/answer`, karim, { accepts: true })).json;
      await tell(meeting, guest.id);
      const id = await asked(meeting);
      expect(code(await tokenOf(meeting, karim)), "not theirs yet").to.equal("404 not_found");
      await say(id, true);
      await tell(meeting, id);
      app.refresh();
      const view = await told((seen) => ofMeeting(meeting, seen.led) !== undefined);
      return { meeting, id, entry: ofMeeting(meeting, view.led) };
    };

    it("goes to him only from inside it; he then sees it, leads it and closes it, and no more of that counter", async () => {
      const { meeting, id, entry } = await takenFromInside();
      expect(entry).to.include({ status: "in_progress", citizenName: "Els Janssens" });
      expect((await tokenOf(meeting, karim)).json.userId).to.equal(id);
      expect(await entryOf(meeting, karim)).to.equal(undefined);
      expect((await end(meeting, karim)).json.status).to.equal("ended");
      const outcome = { result: "helped", product: "", note: "", message: "", links: [] };
      const answer = await post(`/api/meetings/${meeting.booked.meetingId}/outcome`, karim, outcome);
      expect(answer.status, answer.text).to.equal(200);
      app.refresh();
      await told((seen) => ofMeeting(meeting, seen.led) === undefined);
      const other = await led();
      expect(code(await end(other, karim))).to.equal("404 not_found");
    });

    it("is handed on by him: he is told who leads it now, for as long as they do, and sees it no more", async () => {
      const { meeting } = await takenFromInside();
      await noteConsole(anId);
      const back = (await ask(meeting, anId, karim)).json;
      await say(back.id, true, an);
      expect((await tell(meeting, back.id)).status).to.equal(200);
      app.refresh();
      const view = await told((seen) => ofMeeting(meeting, seen.led) === undefined);
      expect(ofMeeting(meeting, view.asking)).to.deep.include({
        id: back.id,
        state: "taken",
        to: { id: anId, name: "An Peeters" },
        citizenName: "Els Janssens",
      });
      await end(meeting, an);
      app.refresh();
      await told((seen) => ofMeeting(meeting, seen.asking) === undefined);
    });
  });
});
