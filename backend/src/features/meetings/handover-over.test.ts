import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { openEventStream } from "../../../test/event-stream.js";
import { startHandovers } from "../../../test/handovers.js";
import { forgetHandoverNotes } from "./forget-handover-notes.js";
import { handoverSeconds } from "./handover.rules.js";
import { lapseHandovers } from "./lapse-handovers.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a meeting handed to a colleague", () => {
  const handovers = startHandovers(now);
  const { query, led, noteConsole, post, asked, say, withdraw, tell, end, stateOf, entryOf, later, context } =
    handovers;
  let app: TestApp;
  let karim: CookieJar;
  let anId: string;
  let karimId: string;

  before(() => {
    ({ app, karim, anId, karimId } = handovers.begun());
  });

  it("lapses after a minute without an answer, or without the citizen having been told", async () => {
    const meeting = await led();
    const id = await asked(meeting);
    later(handoverSeconds);
    expect(code(await say(id, true)), "before the worker has come by").to.equal("409 handover_over");
    expect(code(await withdraw(id))).to.equal("409 handover_over");
    await lapseHandovers(context());
    await lapseHandovers(context());
    expect(await stateOf(id)).to.equal("lapsed");
    await noteConsole(karimId);
    const second = await asked(meeting);
    await say(second, true);
    later(handoverSeconds);
    expect(code(await tell(meeting, second))).to.equal("410 guest_gone");
    await noteConsole(karimId);
    expect(await asked(meeting), "a question that lapsed stands in nobody's way").to.not.equal(second);
    expect(await stateOf(second)).to.equal("lapsed");
    expect((await entryOf(meeting)).clerk.id).to.equal(anId);
  });

  it("is over with the end of the meeting: nothing is asked any more", async () => {
    const [one, two] = [await led(), await led()];
    const [first, second] = [await asked(one), await asked(two)];
    await say(second, true);
    await Promise.all([end(one), end(two)]);
    expect(code(await say(first, true))).to.equal("410 meeting_ended");
    expect(code(await withdraw(first))).to.equal("410 meeting_ended");
    expect(code(await tell(two, second))).to.equal("403 not_admitted");
    const stream = await openEventStream(`${app.url}/api/queue/events`, karim);
    const ids = [first, second];
    const view = await stream.seen(
      "what is asked",
      ({ asked: some, asking }) => some !== undefined && asking !== undefined,
    );
    expect(view.asked.filter(({ id }: any) => ids.includes(id))).to.deep.equal([]);
    stream.close();
  });

  it("has a note that is gone a day after the meeting, with its outcome, or when nothing was taken over", async () => {
    const [one, two, three] = [await led(), await led(), await led()];
    const declined = await asked(one, "Niet nodig.");
    await say(declined, false);
    const closed = await asked(two, "In de uitkomst.");
    await say(closed, true);
    await tell(two, closed);
    await end(two, karim);
    const open = await asked(three, "Nog te doen.");
    await say(open, true);
    await tell(three, open);
    await end(three, karim);
    const notes = async () => {
      await forgetHandoverNotes(context());
      const rows = await query("select note from handover where id = any($1) order by note desc", [
        [declined, closed, open],
      ]);
      return rows.map(({ note }: any) => note).filter(Boolean);
    };
    expect(await notes()).to.deep.equal(["Nog te doen.", "In de uitkomst."]);
    await post(`/api/meetings/${two.booked.meetingId}/outcome`, karim, {
      ...{ result: "helped", product: "", note: "", message: "", links: [] },
    });
    expect(await notes()).to.deep.equal(["Nog te doen."]);
    later(86_500);
    expect(await notes()).to.deep.equal([]);
  });
});
