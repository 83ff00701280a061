import { expect } from "chai";
import type { Stack } from "../../appliance/embedded/stack.ts";
import { startThrowAwayStack } from "../../appliance/embedded/throw-away-stack.ts";
import { callServer } from "../test/app.js";
import { bookingOf, quarterAfter } from "../test/factories.js";
import { clientAddressOf, queryStack } from "./stack.js";

const rivals = 200;

describe(`${rivals} simultaneous bookings of one slot, from ${rivals} client addresses, through two backend processes`, () => {
  let stack: Stack;
  before(async () => {
    stack = await startThrowAwayStack({ backends: 2 });
  });
  after(() => stack.stop());

  it("give one 201, the rest 409 slot_taken, no 5xx and no deadlock", async () => {
    await queryStack(stack, "update counter set capacity = 1");
    const [service] = await queryStack<{ id: string }>(stack, "select id from service limit 1");
    const startsAt = quarterAfter(new Date(), 120);
    const ports = stack.backendUrls.map((url) => Number(new URL(url).port));
    const answers = await Promise.all(
      Array.from({ length: rivals }, (_, index) =>
        callServer(ports[index % 2]!, "POST", "/api/appointments", {
          body: bookingOf(service!.id, startsAt),
          from: clientAddressOf(index),
        }),
      ),
    );
    const tally: Record<string, number> = {};
    for (const { status, json } of answers) {
      const outcome = status === 201 ? "201" : `${status} ${json?.code}`;
      tally[outcome] = (tally[outcome] ?? 0) + 1;
    }
    console.log("      ", JSON.stringify(tally));
    expect(tally).to.deep.equal({ "201": 1, "409 slot_taken": rivals - 1 });
    const [counts] = await queryStack(
      stack,
      "select (select count(*)::int from appointment) booked, (select deadlocks::int from pg_stat_database where datname = current_database()) deadlocks",
    );
    expect(counts).to.deep.equal({ booked: 1, deadlocks: 0 });
  });
});
