import type { ColleagueRequest, CompanyView } from "@balie/contract/company";
import { expect } from "chai";
import { afterConsoleAction, newConsole, newQuestions } from "../console.state.js";
import { belonging, noCompany, openQuestions, unanswered, withRequest } from "./company.view.js";

const text = { nl: "x", fr: "x", de: "x", en: "x" };
const request = (changes: Partial<ColleagueRequest> = {}): ColleagueRequest => ({
  id: "r1",
  meetingId: "m1",
  state: "asked",
  askedAt: "2026-11-27T08:00:00.000Z",
  leader: { name: "An Peeters", counterName: text },
  serviceName: text,
  colleague: { clerkId: "k1", name: "Karim Haddad", counterName: null },
  guest: null,
  people: [],
  ...changes,
});
const accepted = request({ state: "accepted", guest: { id: "g1", state: "announced" } });
const asked = (...some: ColleagueRequest[]): CompanyView => ({ asked: some, asking: [] });
const asking = (...some: ColleagueRequest[]): CompanyView => ({ asked: [], asking: some });

describe("colleagues in the console", () => {
  it("are asked until they answer, and belong while they have a place", () => {
    expect(unanswered(asked(request(), accepted))).to.deep.equal([request()]);
    expect(belonging(asked(request(), accepted))).to.deep.equal([accepted]);
    expect(belonging(asked(request({ state: "accepted", guest: { id: "g1", state: "removed" } })))).to.deep.equal([]);
  });

  it("stand with the meeting they were asked into, while they have not come", () => {
    const declined = request({ id: "r2", state: "declined" });
    const view = asking(request(), declined, accepted, request({ id: "r3", meetingId: "m2" }));
    expect(openQuestions(view, "m1")).to.deep.equal([request(), declined]);
  });

  it("are known at once by what an action answered, a new question too", () => {
    expect(withRequest(noCompany, request())).to.deep.equal(asking(request()));
    expect(withRequest(asked(request()), accepted)).to.deep.equal(asked(accepted));
  });

  it("are what was told last, not what an action answered that was sent before", () => {
    const told = { type: "companyTold", company: asked(accepted), at: 2 } as const;
    const answer = (sentAt: number) => ({ type: "requestChanged", request: request(), sentAt }) as const;
    const after = (sentAt: number) => [told, answer(sentAt)].reduce(afterConsoleAction, newConsole).company;
    expect(after(1)).to.deep.equal(asked(accepted));
    expect(after(3)).to.deep.equal(asked(request()));
  });

  it("are not known again by an answer that came after the meeting was over", () => {
    const late = [
      { type: "requestChanged", request: accepted, sentAt: 1 },
      { type: "companyOpened", requestId: "r1" },
    ] as const;
    expect(late.reduce(afterConsoleAction, newConsole)).to.deep.equal({ ...newConsole, isCompanyOver: true });
  });

  it("call once, when the question is new", () => {
    expect(newQuestions(noCompany, asked(request()))).to.deep.equal([request()]);
    expect(newQuestions(asked(request()), asked(request()))).to.deep.equal([]);
  });

  it("are led back to the queue, and told why, when the other's meeting is over", () => {
    const inside = [
      { type: "companyTold", company: asked(accepted), at: 1 },
      { type: "companyOpened", requestId: "r1" },
    ] as const;
    const state = inside.reduce(afterConsoleAction, newConsole);
    expect(state.view).to.deep.equal({ kind: "company", requestId: "r1" });
    const over = afterConsoleAction(state, { type: "companyTold", company: noCompany, at: 2 });
    expect([over.view.kind, over.isCompanyOver]).to.deep.equal(["queue", true]);
    expect(afterConsoleAction(over, { type: "callOpened", meetingId: "m1" }).isCompanyOver).to.equal(false);
  });
});
