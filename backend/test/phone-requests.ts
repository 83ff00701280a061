import { type Asked, startInterpreterRequests } from "./interpreter-requests.js";
import { enrol, type TestPhone } from "./phone.js";
import { until } from "./until.js";

/** What the tests of the search by telephone begin with, called in their `describe`: what every request begins with, and
    interpreters whose telephones do as the test says. */
export const startPhoneRequests = () => {
  const requests = startInterpreterRequests(new Date(), { language: "tr" }, { SIP_URI: "balie@pbx.example.org" });
  const { query, callsOf, begun } = requests;
  let next = 0;

  beforeEach(() => query("update clerk set phones_interpreters = true"));

  const within = async (limits: Parameters<TestPhone["startHunts"]>[0]) => {
    await requests.stopHunts();
    await requests.startHunts(limits);
  };
  const ringing = (request: Asked, which = 0) =>
    until("it rings", async () => {
      const call = (await callsOf(request))[which];
      return call?.state === "dialling" && call.is_ringing ? call : null;
    });
  const allHungUp = (request: Asked) =>
    until("no leg is left", async () => {
      const [{ n }] = await query(
        "select count(*)::int n from interpreter_call where must_hang_up and hung_up_at is null",
      );
      return n === 0 && begun().phone.prosody.legs(request.room).length === 0;
    });
  /** As many interpreters as fates, in the order in which they are called. */
  const roster = async (...fates: Parameters<TestPhone["prosody"]["fate"]>[1][]) => {
    const { app, phone } = begun();
    const people = fates.map((fate, position) => ({
      name: `Tolk ${position + 1}`,
      address: `+3249${String(++next).padStart(7, "0")}`,
      rank: position + 1,
      fate,
    }));
    for (const { address, fate } of people) phone.prosody.fate(address, fate);
    await enrol(app, people);
    return people;
  };
  return { ...requests, within, ringing, allHungUp, roster };
};
