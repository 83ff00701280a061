import { expect } from "chai";
import { situationOf, tokenIn } from "./situation.js";

const invitation = {
  state: "invited",
  isCancelled: false,
  meetingStatus: "planned",
  opensAt: "2026-11-24T09:30:00Z",
  closesAt: "2026-11-24T11:15:00Z",
} as const;
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

describe("somebody's own link", () => {
  const cases: [string, Parameters<typeof situationOf>[0], string, string][] = [
    ["is early until the waiting room opens", invitation, "09:29", "early"],
    ["is open from then on", invitation, "09:30", "open"],
    ["is too late when the waiting room has closed", invitation, "11:15", "missed"],
    ["leads to a call that runs late", { ...invitation, meetingStatus: "in_progress" }, "12:00", "running"],
    ["says that the call is over", { ...invitation, meetingStatus: "ended" }, "10:00", "ended"],
    ["says that the appointment was cancelled", { ...invitation, isCancelled: true }, "09:00", "cancelled"],
    ["says that its holder is not wanted any more", { ...invitation, state: "withdrawn" }, "10:00", "withdrawn"],
    ["says that its holder was removed", { ...invitation, state: "removed" }, "10:00", "removed"],
  ];
  for (const [title, one, time, situation] of cases)
    it(title, () => expect(situationOf(one, at(time))).to.equal(situation));
  it("carries its token in the address, and nothing else does", () => {
    const token = "a".repeat(43);
    for (const page of ["h", "i", "t"] as const) {
      expect(tokenIn(`/${page}/${token}`, page)).to.equal(token);
      for (const path of [`/a/${token}`, `/${page}/${token}b`, `/${page}/`, `/${page === "h" ? "i" : "h"}/${token}`])
        expect(tokenIn(path, page)).to.equal(null);
    }
  });
});
