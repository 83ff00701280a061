import type { HandoverView } from "@balie/contract/handovers";
import type { HandoversView, QueueEntry } from "@balie/contract/meetings";
import { expect } from "chai";
import { afterConsoleAction, type ConsoleAction, newConsole } from "../console.state.js";
import { followed, handoversOf, newHandovers, noHandovers, openHandovers, withHandover } from "./handover.view.js";

const text = { nl: "x", fr: "x", de: "x", en: "x" };
const handover = (changes: Partial<HandoverView> = {}): HandoverView => ({
  id: "h1",
  meetingId: "m1",
  state: "asked",
  from: { id: "k1", name: "An Peeters" },
  to: { id: "k2", name: "Karim Haddad" },
  citizenName: "Els",
  serviceName: text,
  note: "",
  ...changes,
});
const accepted = handover({ state: "accepted" });
const taken = handover({ state: "taken" });
const asked = (...some: HandoverView[]): HandoversView => ({ asked: some, asking: [], led: [] });
const asking = (...some: HandoverView[]): HandoversView => ({ asked: [], asking: some, led: [] });
const entry = (clerkId: string) =>
  ({ meetingId: "m1", status: "in_progress", clerk: { id: clerkId, name: "" } }) as QueueEntry;
const queue = (clerkId: string) =>
  ({ type: "queueTold", queue: { at: "", entries: [entry(clerkId)] }, at: 1 }) as const satisfies ConsoleAction;
const told = (handovers: HandoversView) => ({ type: "handoversTold", handovers, at: 1 }) as const;
const after = (...actions: ConsoleAction[]) => actions.reduce(afterConsoleAction, newConsole);

describe("a call that is handed over, in the consoles", () => {
  it("is asked until it is answered and the citizen was told; new questions call once", () => {
    expect(openHandovers(asked(handover(), accepted, taken))).to.deep.equal([handover(), accepted]);
    expect(newHandovers(noHandovers, asked(handover()))).to.deep.equal([handover()]);
    expect(newHandovers(asked(handover()), asked(handover()))).to.deep.equal([]);
    expect(newHandovers(noHandovers, asked(accepted))).to.deep.equal([]);
  });

  it("is known at once by what an action answered; the last question to each colleague counts", () => {
    const declined = handover({ state: "declined" });
    const again = handover({ id: "h2" });
    const other = handover({ id: "h3", meetingId: "m2" });
    expect(withHandover(noHandovers, handover())).to.deep.equal(asking(handover()));
    expect(withHandover(asking(declined, other), again)).to.deep.equal(asking(other, again));
    expect(withHandover(asking(handover()), handover({ state: "withdrawn" }))).to.deep.equal(noHandovers);
    expect(withHandover(asked(handover()), accepted)).to.deep.equal(asked(accepted));
    expect(withHandover(noHandovers, accepted)).to.deep.equal(noHandovers);
    expect(handoversOf(asking(handover(), other), "m1")).to.deep.equal([handover()]);
  });

  it("is followed from the yes on, and one that was taken before this page was opened is not", () => {
    expect(followed([], asked(accepted))).to.deep.equal(["h1"]);
    expect(followed(["h1"], asked(taken))).to.deep.equal(["h1"]);
    expect(followed(["h1"], asked(handover())), "news from before the yes").to.deep.equal(["h1"]);
    expect(followed([], asked(taken))).to.deep.equal([]);
    expect(followed(["h1"], asked(handover({ state: "declined" })))).to.deep.equal([]);
  });

  it("opens by itself once both say whose it is, in whatever order, and once only", () => {
    const call = { kind: "call", meetingId: "m1", asksInterpreter: false };
    expect(after(queue("k1"), told(asked(accepted)), told(asked(taken))).view).to.deep.equal({ kind: "queue" });
    expect(after(queue("k1"), told(asked(accepted)), told(asked(taken)), queue("k2")).view).to.deep.equal(call);
    expect(after(queue("k1"), told(asked(accepted)), queue("k2"), told(asked(taken))).view).to.deep.equal(call);
    const left = after(queue("k1"), told(asked(accepted)), queue("k2"), told(asked(taken)), { type: "callLeft" });
    expect(afterConsoleAction(left, queue("k2")).view).to.deep.equal({ kind: "queue" });
    expect(after(queue("k2"), told(asked(taken))).view).to.deep.equal({ kind: "queue" });
    const atOnce = { type: "handoverChanged", handover: taken, sentAt: 2 } as const;
    expect(after(told(asked(handover())), atOnce, queue("k2")).view).to.deep.equal(call);
    const overtaken = { type: "handoverChanged", handover: accepted, sentAt: 0 } as const;
    expect(after(told(asked(handover())), overtaken, queue("k2"), told(asked(taken))).view).to.deep.equal(call);
    expect(after(told(asked(taken)), overtaken).handovers, "the answer is older").to.deep.equal(asked(taken));
  });

  it("leaves what is typed at an outcome alone, and opens after it", () => {
    const toFinish = { ...entry("k2"), meetingId: "m9", status: "ended" as const, hasOutcome: false };
    const beside = (clerkId: string): ConsoleAction => ({
      type: "queueTold",
      queue: { at: "", entries: [entry(clerkId), toFinish] },
      at: 1,
    });
    const typing = after(beside("k1"), told(asked(accepted)), { type: "outcomeOpened", meetingId: "m9" });
    const waiting = [told(asked(taken)), beside("k2")].reduce(afterConsoleAction, typing);
    expect(waiting.view.kind).to.equal("outcome");
    const postponed = [{ type: "outcomePostponed" } as const, beside("k2")].reduce(afterConsoleAction, waiting);
    expect(postponed.view.kind).to.equal("call");
    expect(afterConsoleAction(waiting, queue("k2")).view.kind, "saved in another tab").to.equal("call");
  });

  it("at a counter where the clerk does not work is found with what they lead, and leads to its outcome", () => {
    const there = entry("k2");
    const empty: ConsoleAction = { type: "queueTold", queue: { at: "", entries: [] }, at: 1 };
    const inCall = after(empty, told(asked(accepted)), told({ ...asked(taken), led: [there] }));
    expect(inCall.view.kind).to.equal("call");
    const ended = { ...there, status: "ended" as const, hasOutcome: false };
    expect(afterConsoleAction(inCall, { type: "entryChanged", entry: ended, sentAt: 2 }).view.kind).to.equal("outcome");
    expect(afterConsoleAction(inCall, told(noHandovers)).view.kind).to.equal("queue");
  });

  const handedOver = { kind: "handedOver", meetingId: "m1", name: "An Peeters", citizenName: "Els" } as const;

  it("shows who has it now", () => {
    expect(after({ type: "handedOver", view: handedOver }).view).to.deep.equal(handedOver);
  });

  it("handed on from a counter where the clerk does not work, shows who has it now, and then leads to the queue", () => {
    const empty: ConsoleAction = { type: "queueTold", queue: { at: "", entries: [] }, at: 1 };
    const led = { ...asked(taken), led: [entry("k2")] };
    const inCall = after(empty, told(asked(accepted)), told(led));
    expect(inCall.view.kind).to.equal("call");
    const on = { from: { id: "k2", name: "Karim Haddad" }, to: { id: "k1", name: "An Peeters" } };
    const elsewhere = handover({ id: "h8", state: "taken", meetingId: "m8", ...on });
    expect(afterConsoleAction(inCall, told(asking(elsewhere))).view).to.deep.equal({ kind: "queue" });
    const handedOn = handover({ id: "h9", state: "taken", ...on });
    const still = afterConsoleAction(inCall, told({ ...led, asking: [handedOn] }));
    expect(still.view.kind, "until it is gone from what they lead").to.equal("call");
    const gone = afterConsoleAction(inCall, told(asking(elsewhere, handedOn)));
    expect(gone.view).to.deep.equal(handedOver);
    expect(afterConsoleAction(gone, empty).view).to.deep.equal(handedOver);
    expect(afterConsoleAction(gone, { type: "callLeft" }).view).to.deep.equal({ kind: "queue" });
  });
});
