import type { QueueEntry, QueueView } from "@balie/contract/meetings";
import { expect } from "chai";
import { afterConsoleAction, type ConsoleAction, newConsole } from "./console.state.js";
import { readLinks } from "./outcome.rules.js";
import { askingForNod, firstWaiting, minutesSince, sectionsOf } from "./queue.view.js";

const at = "2026-11-23T10:00:00.000Z";
const karin = { id: "clerk-1", name: "Karin Peeters" };
const names = { nl: "Zaal huren", fr: "", de: "", en: "" };

const entry = (meetingId: string, changes: Partial<QueueEntry> = {}): QueueEntry => ({
  meetingId,
  appointmentId: `a-${meetingId}`,
  status: "waiting",
  startsAt: at,
  endsAt: at,
  serviceName: names,
  counterName: names,
  citizenName: `Bezoeker ${meetingId}`,
  language: "nl",
  question: "",
  concernsName: null,
  interpreter: null,
  numberWithoutMail: null,
  deviceCheck: null,
  medium: "video",
  phone: null,
  clerk: null,
  isClerkInCall: false,
  startedAt: null,
  endedAt: null,
  hasOutcome: false,
  handovers: [],
  helpers: [],
  documents: [],
  people: [],
  givenDocuments: [],
  pages: [],
  shownPage: null,
  arrivals: [],
  ...changes,
});
const arrival = (
  id: string,
  changes: Partial<QueueEntry["arrivals"][number]> = {},
): QueueEntry["arrivals"][number] => ({
  id,
  state: "waiting",
  arrivedAt: at,
  isConnected: true,
  isInCall: false,
  isByPhone: false,
  isExpected: false,
  ...changes,
});
const queue = (...entries: QueueEntry[]): QueueView => ({ at, entries });
const after = (...actions: ConsoleAction[]) => actions.reduce(afterConsoleAction, newConsole);

describe("the clerk's console", () => {
  it("sorts the day into sections, the clerk's own first", () => {
    const sections = sectionsOf(
      queue(
        entry("1"),
        entry("2", { status: "in_progress", clerk: { id: "clerk-2", name: "Jan" } }),
        entry("3", { status: "in_progress", clerk: karin }),
        entry("4", { status: "ended", clerk: karin }),
        entry("5", { status: "ended", clerk: { id: "clerk-2", name: "Jan" } }),
        entry("6", { status: "planned" }),
      ),
      karin.id,
    );
    const ids = Object.fromEntries(
      Object.entries(sections).map(([name, of]) => [name, of.map((each) => each.meetingId)]),
    );
    expect(ids).to.deep.equal({ waiting: ["1"], inProgress: ["3", "2"], toFinish: ["4"], upcoming: ["6"] });
  });

  it("admits the first browser that is still there", () => {
    const waiting = entry("1", { arrivals: [arrival("gone", { isConnected: false }), arrival("here")] });
    expect(firstWaiting(waiting)?.id).to.equal("here");
  });

  it("asks for a nod only while the meeting runs", () => {
    const arrivals = [arrival("first", { state: "admitted" }), arrival("second")];
    expect(askingForNod(entry("1", { status: "in_progress", arrivals })).map(({ id }) => id)).to.deep.equal(["second"]);
    expect(askingForNod(entry("1", { arrivals }))).to.deep.equal([]);
  });

  it("asks for a nod for a caller always, and for a browser while there is a room to come to", () => {
    const arrivals = [arrival("caller", { isByPhone: true }), arrival("browser")];
    const nods = (medium: QueueEntry["medium"]) =>
      askingForNod(entry("1", { status: "in_progress", medium, arrivals })).map(({ id }) => id);
    expect(nods("phone")).to.deep.equal(["caller"]);
    for (const medium of ["video", "dial_in"] as const) expect(nods(medium)).to.deep.equal(["caller", "browser"]);
  });

  it("tells who has just arrived, but not who waited when the console opened", () => {
    const first = queue(entry("1"));
    const names = (state: ReturnType<typeof after>) => state.arrived.map((each) => each.meetingId);
    expect(names(after({ type: "queueTold", queue: first, at: 1 }))).to.deep.equal([]);
    const second = queue(entry("1"), entry("2"));
    expect(
      names(after({ type: "queueTold", queue: first, at: 1 }, { type: "queueTold", queue: second, at: 1 })),
    ).to.deep.equal(["2"]);
  });

  it("tells who arrives with a change, and puts them in their place", () => {
    const first = queue(entry("1"), entry("2", { status: "planned" }), entry("3", { status: "planned" }));
    const put = [{ place: 0, entry: entry("3") }];
    const state = after(
      { type: "queueTold", queue: first, at: 1 },
      { type: "queueChanged", change: { at, gone: ["1"], put }, at: 2 },
    );
    expect(state.queue?.entries.map(({ meetingId, status }) => `${meetingId} ${status}`)).to.deep.equal([
      "3 waiting",
      "2 planned",
    ]);
    expect(state.arrived.map(({ meetingId }) => meetingId)).to.deep.equal(["3"]);
    expect(state.queue?.entries[1]).to.equal(first.entries[1]);
  });

  it("opens the call of an admission, and forgets nothing that was told of it meanwhile", () => {
    const admitted = entry("1", { status: "in_progress", clerk: karin });
    const admission: ConsoleAction = { type: "admitted", entry: admitted, asksInterpreter: true };
    const waiting: ConsoleAction = { type: "queueTold", queue: queue(entry("1")), at: 1 };
    const opened = after(waiting, admission);
    expect(opened.view).to.deep.equal({ kind: "call", meetingId: "1", asksInterpreter: true });
    expect(opened.queue?.entries).to.deep.equal([admitted]);
    const further = { ...admitted, isClerkInCall: true };
    const told = after(waiting, { type: "queueTold", queue: queue(further), at: 1 }, admission);
    expect(told.queue?.entries).to.deep.equal([further]);
    expect(told.view.kind).to.equal("call");
  });

  it("goes from an ended call to its outcome, wherever it was ended", () => {
    const running = entry("1", { status: "in_progress", clerk: karin });
    const start: ConsoleAction[] = [
      { type: "queueTold", queue: queue(running), at: 1 },
      { type: "callOpened", meetingId: "1" },
    ];
    const ended = { ...running, status: "ended" } as const;
    expect(after(...start, { type: "entryChanged", entry: ended, sentAt: 2 }).view).to.deep.equal({
      kind: "outcome",
      meetingId: "1",
    });
    expect(
      after(...start, { type: "queueTold", queue: queue({ ...ended, hasOutcome: true }), at: 1 }).view.kind,
    ).to.equal("queue");
  });

  it("is at the queue once an outcome was saved in another tab", () => {
    const ended = entry("1", { status: "ended", clerk: karin });
    const start: ConsoleAction[] = [
      { type: "queueTold", queue: queue(ended), at: 1 },
      { type: "outcomeOpened", meetingId: "1" },
    ];
    const gone: ConsoleAction = { type: "queueChanged", change: { at, gone: ["1"], put: [] }, at: 2 };
    expect(after(...start).view).to.deep.equal({ kind: "outcome", meetingId: "1" });
    expect(after(...start, gone).view).to.deep.equal({ kind: "queue" });
    const saved = { ...ended, hasOutcome: true };
    expect(after(...start, { type: "queueTold", queue: queue(saved), at: 2 }).view).to.deep.equal({ kind: "queue" });
  });

  it("hears that an outcome is saved also when the news of it came first, and stays where the clerk went since", () => {
    const ended = entry("1", { status: "ended", clerk: karin });
    const start: ConsoleAction[] = [
      { type: "queueTold", queue: queue(ended, entry("2", { status: "in_progress", clerk: karin })), at: 1 },
      { type: "outcomeOpened", meetingId: "1" },
      { type: "queueChanged", change: { at, gone: ["1"], put: [] }, at: 2 },
    ];
    const saved: ConsoleAction = { type: "outcomeSaved", meetingId: "1", name: "Bezoeker 1" };
    expect(after(...start, saved)).to.include({ finishedName: "Bezoeker 1" });
    expect(after(...start, saved).view.kind).to.equal("queue");
    expect(after(...start, { type: "callOpened", meetingId: "2" }, saved).view.kind).to.equal("call");
  });

  it("takes what an action answered, but not over news that came since it was sent", () => {
    const running = entry("1", { status: "in_progress", clerk: karin });
    const news: ConsoleAction = { type: "queueTold", queue: queue({ ...running, isClerkInCall: true }), at: 2 };
    const answer = (sentAt: number): ConsoleAction => ({ type: "entryChanged", entry: running, sentAt });
    expect(after(news, answer(1)).queue?.entries[0]?.isClerkInCall).to.equal(true);
    expect(after(news, answer(3)).queue?.entries[0]?.isClerkInCall).to.equal(false);
    const change: ConsoleAction = { type: "queueChanged", change: { at, gone: [], put: [] }, at: 4 };
    expect(after(news, change, answer(3)).queue?.entries[0]?.isClerkInCall).to.equal(true);
  });

  it("counts whole minutes, never below nothing", () => {
    expect(minutesSince(at, Date.parse(at) + 119_000)).to.equal(1);
    expect(minutesSince(at, Date.parse(at) - 5000)).to.equal(0);
  });

  it("reads links line by line and names the first that is none", () => {
    expect(readLinks("https://a.be/\n\n https://b.be/x \nhttps://a.be/")).to.deep.equal({
      links: ["https://a.be/", "https://b.be/x"],
      wrong: null,
    });
    expect(readLinks("https://a.be\njavascript:alert(1)").wrong).to.equal("javascript:alert(1)");
  });
});
