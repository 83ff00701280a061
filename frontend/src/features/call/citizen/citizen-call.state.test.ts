import type { ArrivalView } from "@balie/contract/meetings";
import { expect } from "chai";
import {
  afterAction,
  type CitizenCallAction,
  type CitizenCallState,
  isListening,
  screenOf,
  startOf,
} from "./citizen-call.state.js";

const arrival = (changes: Partial<ArrivalView> = {}): ArrivalView => ({
  id: "0b0f5f0e-0000-4000-8000-000000000001",
  state: "waiting",
  meetingId: "0b0f5f0e-0000-4000-8000-000000000002",
  meetingStatus: "waiting",
  isCurrentTab: true,
  isOtherBrowser: false,
  clerk: null,
  medium: "video",
  phone: null,
  position: 1,
  helpers: [],
  documents: [],
  people: [],
  givenDocuments: [],
  shownPage: null,
  ...changes,
});
const admitted = arrival({ state: "admitted", meetingStatus: "in_progress", position: null });

const starting = (start: "check" | "waiting" | "return") => startOf({ start, hasChecked: true });
const after = (start: CitizenCallState, ...actions: CitizenCallAction[]) => actions.reduce(afterAction, start);
const inCall = after(starting("waiting"), { type: "arrived", arrival: admitted });
const refused = (
  code: "not_admitted" | "too_early" | "other_tab" | "meeting_ended" | "interpreter_released",
): CitizenCallAction => ({
  type: "arriveFailed",
  fault: { code, error: null },
});

describe("the citizen's way through a call", () => {
  it("starts with the device check, the waiting room, or straight back where the citizen was", () => {
    expect(screenOf(starting("check"))).to.equal("check");
    expect(screenOf(starting("waiting"))).to.equal("arriving");
    expect(starting("return").isReturn).to.equal(true);
  });

  it("checks the devices first for whoever never did", () =>
    expect(screenOf(startOf({ start: "waiting", hasChecked: false }))).to.equal("check"));

  it("waits until admitted, then calls", () => {
    const waiting = after(starting("check"), { type: "checked" }, { type: "arrived", arrival: arrival() });
    expect(screenOf(waiting)).to.equal("waiting");
    expect(screenOf(after(waiting, { type: "arrivalChanged", arrival: admitted }))).to.equal("call");
  });

  it("stays in the waiting room while the meeting runs and another browser waits for the nod", () => {
    const other = arrival({ meetingStatus: "in_progress", isOtherBrowser: true, position: null });
    expect(screenOf(after(starting("waiting"), { type: "arrived", arrival: other }))).to.equal("waiting");
  });

  it("goes on by phone when the clerk takes it there, also from the waiting room, and comes back", () => {
    const byPhone = { ...admitted, medium: "phone" as const };
    expect(screenOf(after(inCall, { type: "arrivalChanged", arrival: byPhone }))).to.equal("phone");
    const waiting = arrival({ meetingStatus: "in_progress", medium: "phone", position: null });
    expect(screenOf(after(starting("waiting"), { type: "arrived", arrival: waiting }))).to.equal("phone");
    expect(isListening(after(inCall, { type: "arrivalChanged", arrival: byPhone }))).to.equal(true);
    const back = after(
      inCall,
      { type: "arrivalChanged", arrival: byPhone },
      { type: "arrivalChanged", arrival: admitted },
    );
    expect(screenOf(back)).to.equal("call");
  });

  it("tells a browser that was never let in something else than one that was put out", () => {
    const removed: CitizenCallAction = { type: "arrivalChanged", arrival: arrival({ state: "removed" }) };
    const waiting = after(starting("waiting"), { type: "arrived", arrival: arrival() });
    expect(screenOf(after(waiting, removed))).to.equal("turnedAway");
    expect(screenOf(after(inCall, removed))).to.equal("removed");
  });

  it("begins with the check when there is nothing to return to", () => {
    const state = after(starting("return"), refused("not_admitted"));
    expect(screenOf(state)).to.equal("check");
    expect(state.isReturn).to.equal(false);
  });

  it("says what is wrong, and tries again", () => {
    const failed = after(starting("waiting"), refused("too_early"));
    expect(screenOf(failed)).to.equal("failed");
    expect(screenOf(after(failed, { type: "retried" }))).to.equal("arriving");
  });

  it("tries again after the call was taken over, and is in it", () => {
    const replaced = after(inCall, { type: "callEnded", end: { why: "replaced" } });
    expect(screenOf(replaced)).to.equal("otherTab");
    expect(screenOf(after(replaced, { type: "retried" }, { type: "arrived", arrival: admitted }))).to.equal("call");
  });

  it("offers the way back after hanging up", () => {
    const hungUp = after(inCall, { type: "callEnded", end: { why: "left" } });
    expect(screenOf(hungUp)).to.equal("hungUp");
    expect(screenOf(after(hungUp, { type: "returned" }))).to.equal("call");
  });

  it("is over for whoever hung up, as soon as the meeting ends", () => {
    const hungUp = after(inCall, { type: "callEnded", end: { why: "left" } });
    const ended = arrival({ state: "admitted", meetingStatus: "ended" });
    expect(screenOf(after(hungUp, { type: "arrivalChanged", arrival: ended }))).to.equal("ended");
  });

  it("believes the server's word about a removal more than the call's", () => {
    const closed = after(inCall, { type: "callEnded", end: { why: "closed" } });
    expect(screenOf(closed)).to.equal("lost");
    expect(screenOf(after(closed, { type: "arrivalChanged", arrival: arrival({ state: "removed" }) }))).to.equal(
      "removed",
    );
  });

  it("listens on after being put out of the call, until the server has said why", () => {
    const putOut = after(inCall, { type: "callEnded", end: { why: "removed" } });
    expect([screenOf(putOut), isListening(putOut)]).to.deep.equal(["removed", true]);
    const replaced = after(putOut, { type: "arrivalChanged", arrival: arrival({ state: "replaced" }) });
    expect([screenOf(replaced), isListening(replaced)]).to.deep.equal(["replaced", false]);
  });

  it("is let in once more by who waits anew, whatever ended the call before", () => {
    for (const why of ["removed", "left", "closed"] as const) {
      const gone = after(
        inCall,
        { type: "callEnded", end: { why } },
        { type: "arrivalChanged", arrival: arrival({ state: "left" }) },
      );
      expect(screenOf(gone)).to.equal("gaveUp");
      const waits = after(gone, { type: "checked" }, { type: "arrived", arrival: arrival() });
      expect(screenOf(waits)).to.equal("waiting");
      expect(screenOf(after(waits, { type: "arrivalChanged", arrival: admitted }))).to.equal("call");
    }
  });

  it("tells an interpreter who is not wanted any more so", () =>
    expect(screenOf(after(starting("waiting"), refused("interpreter_released")))).to.equal("removed"));

  it("stops in the older of two tabs, and takes over on a click", () => {
    const older = after(inCall, { type: "arrivalChanged", arrival: { ...admitted, isCurrentTab: false } });
    expect(screenOf(older)).to.equal("otherTab");
    const taking = after(older, { type: "takenOver" });
    expect(taking.isReturn).to.equal(true);
    expect(screenOf(after(taking, { type: "arrived", arrival: admitted }))).to.equal("call");
  });

  for (const [code, screen] of [
    ["other_tab", "otherTab"],
    ["meeting_ended", "ended"],
    ["too_early", "lost"],
  ] as const)
    it(`shows "${screen}" when a new token is refused with ${code}`, () =>
      expect(screenOf(after(inCall, { type: "callEnded", end: { why: "refused", code } }))).to.equal(screen));
});
