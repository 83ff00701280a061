import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { askToBook, type Booked, book, bookedBy, freeTimes, openLink, type Wish } from "./support/citizen.ts";
import { cutPower, isBack, lookAt } from "./support/engine.ts";
import { rows, sql } from "./support/operator.ts";
import { forgetLimits, halves, isConfirmed, worksAfterwards } from "./support/proof.ts";
import { enterRoom } from "./support/rooms.ts";
import { ensureUp } from "./support/site.ts";

const lasting = ["postgres", "app", "worker", "caddy", "router", "web", "prosody", "jicofo", "jvb", "coturn"];
const limitSeconds = 120;

/** A citizen who books one wish after another until nobody answers any more. */
async function bookOn(wishes: Wish[], taken: { booked: Booked[]; unanswered: Wish[] }): Promise<void> {
  for (const wish of wishes) {
    const answer = await askToBook(wish).catch(() => undefined);
    if (answer?.status === 201) taken.booked.push(bookedBy(answer));
    else taken.unanswered.push(wish);
    if (!answer) return;
  }
}

const counted = async (): Promise<Map<string, number>> =>
  new Map(
    (await rows()).split("\n").map((line): [string, number] => [line.replace(/ \d+$/, ""), Number(/\d+$/.exec(line))]),
  );

describe("a power cut", function () {
  this.timeout(400_000);

  it("loses nothing that was promised: all comes back by itself, and each booking under way is whole or absent", async () => {
    await ensureUp();
    const early = await book();
    await isConfirmed(early);
    const counts = await counted();
    const before = await Promise.all([...lasting, "turn-certificate", "mail"].map(lookAt));
    await forgetLimits();
    const wishes = await freeTimes();
    const taken = { booked: [] as Booked[], unanswered: [] as Wish[] };
    const citizens = [0, 1, 2, 3].map((one) =>
      bookOn(
        wishes.filter((_, index) => index % 4 === one),
        taken,
      ),
    );
    await until("bookings under way", () => taken.booked.length >= 5);

    const cut = await cutPower();
    await Promise.all(citizens);
    await cut.restore();
    const seconds = await Promise.all(before.map((one) => isBack(one, limitSeconds * 1_000)));
    console.log(`      all healthy ${Math.max(...seconds).toFixed(1)} s after the engine`);

    console.log(`      ${taken.booked.length} promised, ${taken.unanswered.length} without an answer`);
    expect(taken.unanswered).not.to.be.empty;
    for (const booked of taken.booked) expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
    expect(await openLink(early)).to.deep.equal({ status: 200, id: early.id });
    const now = await counted();
    for (const [table, number] of counts) expect(now.get(table), table).to.be.at.least(number);
    expect(await halves()).to.equal("0");
    await forgetLimits();
    for (const wish of taken.unanswered) {
      const booked = bookedBy(await askToBook(wish));
      expect(await sql(`select count(*) from appointment where request_id = '${wish.requestId}'`)).to.equal("1");
      taken.booked.push(booked);
    }
    for (const booked of taken.booked) expect(await isConfirmed(booked, 120_000)).to.be.at.least(1);
    await worksAfterwards(early);
    await enterRoom();
  });
});
