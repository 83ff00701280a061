import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Asked } from "../../../test/interpreter-requests.js";
import type { TestPhone } from "../../../test/phone.js";
import { startPhoneRequests } from "../../../test/phone-requests.js";
import { until } from "../../../test/until.js";

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const search = startPhoneRequests();
  const { query, startHunts, stopHunts, within, ask, seen, callsOf, told, ringing, roster } = search;
  let phone: TestPhone;

  beforeEach(() => {
    ({ phone } = search.begun());
  });

  describe("is exact across what fails", () => {
    const secondsOf = async (request: Asked) =>
      (await callsOf(request)).map(({ connected_seconds }) => connected_seconds).at(-1);

    it("minutes by Prosody's clock, while app and worker were away", async () => {
      await roster("rings");
      const request = await ask();
      const { id } = await ringing(request);
      await stopHunts();
      phone.prosody.backendIsAway(true);
      const connectedAt = Date.now();
      phone.prosody.answer(request.room, id);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      phone.prosody.leave(request.room, id);
      const seconds = Math.round((Date.now() - connectedAt) / 1_000);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await startHunts();
      phone.prosody.backendIsAway(false);
      await seen(request, "ended");
      expect(await secondsOf(request)).to.equal(seconds);
    });
    it("whoever answered while the app was away is not hung up at the end of the ring time", async () => {
      await roster("rings", "answers");
      await within({ ringSeconds: 2 });
      const request = await ask();
      const { id } = await ringing(request);
      phone.prosody.backendIsAway(true);
      phone.prosody.answer(request.room, id);
      await until("the ring time is over", async () => {
        const [{ past }] = await query(
          "select rings_until < now() - interval '3 seconds' past from interpreter_call where id = $1",
          [id],
        );
        return past;
      });
      phone.prosody.backendIsAway(false);
      await seen(request, "connected");
      expect(await told(request)).to.deep.equal(["Tolk 1 connected"]);
      expect(phone.prosody.commands.filter(({ command }) => command === "hangup")).to.deep.equal([]);
    });
    it("a Prosody that starts anew has lost its legs: who was in has dropped out, who was rung is passed over", async () => {
      await roster("answers", "rings");
      const first = await ask();
      await seen(first, "connected");
      const second = await ask();
      await ringing(second);
      phone.prosody.restart();
      phone.prosody.openRoom(first.room);
      phone.prosody.openRoom(second.room);
      await seen(first, "ended");
      await seen(second, "connected");
      expect(await told(second)).to.deep.equal(["Tolk 2 failed", "Tolk 1 connected"]);
    });
    it("after lost events, what Prosody lists counts", async () => {
      await roster("rings", "answers");
      const request = await ask();
      const { id } = await ringing(request);
      phone.prosody.backendIsAway(true);
      phone.prosody.answer(request.room, id);
      phone.prosody.loseEvents();
      phone.prosody.backendIsAway(false);
      await seen(request, "connected");
      phone.prosody.backendIsAway(true);
      phone.prosody.leave(request.room, id);
      phone.prosody.loseEvents();
      phone.prosody.backendIsAway(false);
      await seen(request, "ended");
    });
    it("a call that a dead worker had begun is dialled by the next, however late", async () => {
      await roster("answers");
      await stopHunts();
      const request = await ask();
      await query(
        "update interpreter_request set state = 'dialling', leased_until = now() + interval '1 second' where id = $1",
        [request.id],
      );
      const id = randomUUID();
      await query(
        "insert into guest (id, meeting_id, role, name, language, state, announced_at) values ($1, $2, 'interpreter', 'Tolk 1', 'tr', 'announced', now())",
        [id, request.meeting.booked.meetingId],
      );
      await query(
        `insert into interpreter_call (id, request_id, interpreter_id, room, state, dialled_at, rings_until)
         select $1, $2, id, $3, 'dialling', now() - interval '1 minute', now() - interval '30 seconds' from interpreter`,
        [id, request.id, request.room],
      );
      await startHunts();
      await seen(request, "connected");
      expect(phone.prosody.rings.map(({ call }) => call)).to.deep.equal([id]);
    });
  });
});
