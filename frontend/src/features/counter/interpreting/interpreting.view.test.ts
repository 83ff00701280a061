import {
  type InterpreterCallView,
  type InterpreterRequestView,
  interpretersAtOnce,
} from "@balie/contract/interpreters";
import { expect } from "chai";
import { afterConsoleAction, newConsole } from "../console.state.js";
import {
  atOnce,
  byMedium,
  codeToPress,
  currentCall,
  mayAskMore,
  missedCalls,
  requestsOf,
  secondsLeft,
  shownRequests,
  silenceWord,
  waitingOf,
  waysOn,
  withInterpreterRequest,
} from "./interpreting.view.js";

const at = (second: number) => new Date(Date.UTC(2026, 10, 27, 9, 0, second)).toISOString();
const call = (changes: Partial<InterpreterCallView> = {}): InterpreterCallView => ({
  id: "c1",
  name: "Fatma Kaya",
  state: "dialling",
  isAtDoor: false,
  isAway: false,
  dialledAt: at(0),
  ringsUntil: at(25),
  connectedAt: null,
  endedAt: null,
  ...changes,
});
const request = (changes: Partial<InterpreterRequestView> = {}): InterpreterRequestView => ({
  id: "r1",
  meetingId: "m1",
  language: "tr",
  medium: "phone",
  state: "dialling",
  why: null,
  askedAt: at(0),
  connectedAt: null,
  endedAt: null,
  calls: [call()],
  customerCode: null,
  isSilenced: false,
  ...changes,
});
const missed = request({ state: "unanswered", why: "all_tried", endedAt: at(30), calls: [] });

describe("interpreters in the console", () => {
  it("are those of the meeting that is shown", () => {
    const other = request({ id: "r2", meetingId: "m2" });
    expect(requestsOf({ requests: [request(), other], waiting: [] }, "m1")).to.deep.equal([request()]);
  });

  it("are told of in words of video where they come that way", () => {
    const video = request({ medium: "video", calls: [call({ state: "unanswered" })] });
    expect([byMedium(request(), "next"), byMedium(video, "next")]).to.deep.equal(["next", "nextByVideo"]);
    expect(missedCalls(video)).to.deep.equal([{ id: "c1", name: "Fatma Kaya", how: "notCome" }]);
    expect(missedCalls({ ...video, medium: "phone" })[0]?.how).to.equal("notAnswered");
  });

  it("wait in the meeting that they came to, and stay there when a request changes", () => {
    const vera = { id: "l1", meetingId: "m1", name: "Vera", language: "vgt" };
    const view = { requests: [], waiting: [vera, { ...vera, id: "l2", meetingId: "m2" }] };
    expect(waitingOf(view, "m1")).to.deep.equal([vera]);
    expect(withInterpreterRequest(view, request()).waiting).to.deep.equal(view.waiting);
  });

  it("stand there while sought or in, and what became of one until another is asked for", () => {
    const next = request({ id: "r2", askedAt: at(40) });
    expect(shownRequests([missed])).to.deep.equal([missed]);
    expect(shownRequests([missed, next])).to.deep.equal([next]);
    expect(shownRequests([request({ state: "withdrawn", endedAt: at(5) })])).to.deep.equal([]);
  });

  it("can be called again although a second one, asked for before, is still in", () => {
    const dropped = request({ state: "ended", endedAt: at(50) });
    const second = request({ id: "r2", askedAt: at(20), state: "connected" });
    expect(shownRequests([dropped, second])).to.deep.equal([dropped, second]);
  });

  it("are as many at once as the contract allows", () => {
    expect(atOnce).to.equal(interpretersAtOnce);
    expect(mayAskMore([request(), missed])).to.equal(true);
    expect(mayAskMore([request(), request({ id: "r2" })])).to.equal(false);
  });

  it("tell who is rung now, and who was in vain and how", () => {
    const calls = [
      call({ id: "c0", name: "Ayse", state: "unanswered" }),
      call({ id: "c2", name: "Ali", state: "refused" }),
      call({ id: "c3", name: "Can", state: "failed" }),
      call(),
    ];
    expect(currentCall(request({ calls }))?.id).to.equal("c1");
    expect(missedCalls(request({ calls }))).to.deep.equal([
      { id: "c0", name: "Ayse", how: "notAnswered" },
      { id: "c2", name: "Ali", how: "refused" },
      { id: "c3", name: "Can", how: "notReached" },
    ]);
  });

  it("count down to the end of the ringing, also by a clock that is wrong", () => {
    const left = (second: number) => secondsLeft(call(), Date.parse(at(second)));
    expect([left(0), left(24), left(25), left(40), left(-300)]).to.deep.equal([25, 1, 0, 0, 25]);
    expect(secondsLeft(call({ ringsUntil: null }), 0)).to.equal(0);
  });

  it("say why nobody came, and offer another language only where that can help", () => {
    expect(waysOn(missed)).to.deep.equal({ why: "all_tried", hasOther: true });
    expect(waysOn(request({ state: "failed" }))).to.deep.equal({ why: "no_phone", hasOther: false });
    expect(waysOn({ ...missed, why: "daily_limit" }).hasOther).to.equal(false);
  });

  it("are known at once by what an action answered, but not by one that came too late", () => {
    expect(withInterpreterRequest({ requests: [], waiting: [] }, request())).to.deep.equal({
      requests: [request()],
      waiting: [],
    });
    expect(withInterpreterRequest({ requests: [request()], waiting: [] }, missed)).to.deep.equal({
      requests: [missed],
      waiting: [],
    });
    expect(withInterpreterRequest({ requests: [], waiting: [] }, missed)).to.deep.equal({ requests: [], waiting: [] });
    const told = afterConsoleAction(newConsole, {
      type: "interpretingTold",
      interpreting: { requests: [request()], waiting: [] },
      at: 2,
    });
    const after = (sentAt: number) =>
      afterConsoleAction(told, { type: "interpreterChanged", request: missed, sentAt }).interpreting.requests;
    expect(after(3)).to.deep.equal([missed]);
    expect(after(1), "asked before the news came").to.deep.equal([request()]);
  });

  it("can be silenced and heard again while they are in, where somebody hears them at all", () => {
    const connected = request({ state: "connected" });
    expect(silenceWord(connected, true)).to.equal("silence");
    expect(silenceWord({ ...connected, isSilenced: true }, true)).to.equal("hearAgain");
    expect(silenceWord(connected, false)).to.equal(null);
    expect(silenceWord(request(), true)).to.equal(null);
  });

  it("get the customer code once, when they are in the call", () => {
    const connected = request({ state: "connected", customerCode: "1234#", calls: [call({ state: "connected" })] });
    const yes = () => true;
    const no = () => false;
    expect(codeToPress(connected, yes, no, null)).to.deep.equal({ callId: "c1", code: "1234#" });
    expect(codeToPress(connected, yes, yes, null)).to.equal(null);
    expect(codeToPress(connected, no, no, null)).to.equal(null);
    expect(codeToPress({ ...connected, customerCode: null }, yes, no, null)).to.equal(null);
    expect(codeToPress(request({ customerCode: "1234#" }), yes, no, null)).to.equal(null);
    const answered = call({ state: "connected", connectedAt: "2026-11-27T10:00:30.000Z" });
    const before = { ...connected, calls: [answered] };
    expect(codeToPress(before, yes, no, "2026-11-27T10:01:00.000Z"), "taken over since").to.equal(null);
    expect(codeToPress(before, yes, no, "2026-11-27T10:00:00.000Z")?.code).to.equal("1234#");
  });
});
