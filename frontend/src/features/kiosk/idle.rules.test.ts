import { expect } from "chai";
import { afterLook, type Idle, isOver, newIdle } from "./idle.rules.js";

const minute = 60_000;
const idleFor = (milliseconds: number, isPresent = false): Idle =>
  afterLook(newIdle(0), { now: milliseconds, isPresent });

describe("a kiosk where nobody does anything", () => {
  it("warns after five minutes, not before", () => {
    expect(idleFor(5 * minute - 1).warnedAt).to.equal(null);
    expect(idleFor(5 * minute).warnedAt).to.equal(5 * minute);
  });
  it("gives a minute to answer", () => {
    const warned = idleFor(5 * minute);
    expect(isOver(warned, 6 * minute - 1)).to.equal(false);
    expect(isOver(warned, 6 * minute)).to.equal(true);
  });
  it("goes by when it warned first, however often it looks", () => {
    const warned = afterLook(idleFor(5 * minute), { now: 5.5 * minute, isPresent: false });
    expect(warned.warnedAt).to.equal(5 * minute);
  });
  it("never warns who waits or talks, however long, and counts anew from the end of that", () => {
    const talked = idleFor(240 * minute, true);
    expect(talked).to.deep.equal(newIdle(240 * minute));
    expect(afterLook(talked, { now: 244 * minute, isPresent: false }).warnedAt).to.equal(null);
  });
  it("takes a warning back when the call begins meanwhile", () => {
    expect(afterLook(idleFor(5 * minute), { now: 5.1 * minute, isPresent: true }).warnedAt).to.equal(null);
  });
  it("warns first when the clock has jumped, as after a computer's sleep", () => {
    const woken = idleFor(600 * minute);
    expect(isOver(woken, 600 * minute)).to.equal(false);
  });
  it("is never over without a warning", () => {
    expect(isOver(newIdle(0), 600 * minute)).to.equal(false);
  });
});
