import { expect } from "chai";
import type { CallEvent } from "./call.js";
import { afterCallEvent, isOff, newCall } from "./call.state.js";

const clerk = { id: "a1", userId: "clerk-1", name: "Karin Peeters", role: "clerk" } as const;
const stream = {} as MediaStream;
const after = (...events: CallEvent[]) => events.reduce(afterCallEvent, newCall());
const joined: CallEvent = { type: "participantJoined", participant: clerk };
const picture: CallEvent = { type: "mediaAdded", id: "a1", kind: "video", stream, isMuted: false };
const says = (id: string | null, text: string): CallEvent => ({ type: "chat", id, text, at: "2026-11-23T10:00:00Z" });

describe("a call", () => {
  it("shows who is there and what they send", () => {
    const [person] = after(joined, picture).people;
    expect(person).to.include({ name: "Karin Peeters", role: "clerk", audio: null });
    expect(person?.video?.isMuted).to.equal(false);
  });

  it("keeps a person's picture when their role becomes known later", () => {
    const [person] = after(
      { type: "participantJoined", participant: { ...clerk, role: "citizen" } },
      picture,
      joined,
    ).people;
    expect(person?.role).to.equal("clerk");
    expect(person?.video?.stream).to.equal(stream);
  });

  it("shows when the other is muted", () => {
    const [person] = after(joined, picture, { type: "mediaMuted", id: "a1", kind: "video", isMuted: true }).people;
    expect(person?.video?.isMuted).to.equal(true);
  });

  it("shows who shares a screen, and who spoke last", () => {
    const seeing = { isSharing: true, isSigning: false, hasPictures: true, sendsPictures: true };
    const state = after(joined, { type: "seeingTold", id: "a1", seeing }, { type: "spoke", id: "a1" });
    expect(state.people[0]?.seeing.isSharing).to.equal(true);
    expect(state.speakerId).to.equal("a1");
  });

  it("tells a camera that is switched off from a picture that is late", () => {
    const [late] = after(joined).people;
    expect(late && isOff(late, "video")).to.equal(false);
    const [off] = after(joined, { type: "devicesTold", id: "a1", on: ["audio"] }).people;
    expect(off && [isOff(off, "video"), isOff(off, "audio")]).to.deep.equal([true, false]);
  });

  it("ignores media of somebody it does not show", () => expect(after(picture).people).to.deep.equal([]));

  it("forgets everybody when it has to join anew, but no message", () => {
    const state = after(joined, says("a1", "Dag"), { type: "connection", connection: "rejoining" });
    expect(state.people).to.deep.equal([]);
    expect(state.messages).to.have.length(1);
  });

  it("keeps a writer's name after they left", () => {
    const state = after(joined, says("a1", "Dag"), { type: "participantLeft", id: "a1" });
    expect(state.messages[0]?.from).to.deep.equal({ name: "Karin Peeters", role: "clerk" });
  });

  it("shows what somebody is writing until it is sent, and only of who is there", () => {
    const writes: CallEvent = { type: "realtimeText", id: "a1", part: { line: 0, seq: 0, text: "Da" } };
    expect(after(joined, writes).live["a1"]?.text).to.equal("Da");
    const sent = after(joined, writes, says("a1", "Dag"));
    expect(sent.live["a1"]?.text).to.equal("");
    expect(sent.messages.map(({ text }) => text)).to.deep.equal(["Dag"]);
    expect(after(writes).live).to.deep.equal({});
    expect(after(joined, writes, { type: "participantLeft", id: "a1" }).live).to.deep.equal({});
  });
});
