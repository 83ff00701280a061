import { expect } from "chai";
import { chatShelf } from "../call/stage/use-call.js";
import { forgetCall, forgetOthers, forgetTab } from "./forget-call.js";
import { noteDown, noteShelf } from "./note-shelf.js";
import { outcomeShelf } from "./outcome-shelf.js";

const values = { result: null, product: "", note: "", message: "Tot ziens.", ticked: [], links: "" };

describe("what a clerk's tab keeps of a call", () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, "sessionStorage");
  beforeEach(() => {
    const kept = storage();
    Object.defineProperty(globalThis, "sessionStorage", { value: kept, configurable: true, writable: true });
    for (const meetingId of ["m1", "m2"]) {
      outcomeShelf(meetingId).write(values);
      noteDown(meetingId, "Tolk: Frans.");
      chatShelf(meetingId).write([]);
    }
    sessionStorage.setItem("of-somebody-else", "1");
  });
  after(() => {
    if (before) Object.defineProperty(globalThis, "sessionStorage", before);
    else Reflect.deleteProperty(globalThis, "sessionStorage");
  });
  const keys = () => Object.keys(sessionStorage);

  it("goes with that call, once its outcome is saved or another clerk has it", () => {
    forgetCall("m1");
    expect(keys().filter((key) => key.includes("m1"))).to.deep.equal([]);
    expect(outcomeShelf("m2").read()).to.deep.equal(values);
    expect(noteShelf("m2").read()).to.equal("Tolk: Frans.");
  });

  it("goes for all of them when the clerk signs out", () => {
    forgetTab();
    expect(keys()).to.deep.equal(["of-somebody-else"]);
  });

  it("stays for the same clerk who signs in again, and goes when another one does", () => {
    forgetTab();
    forgetOthers("an");
    outcomeShelf("m1").write(values);
    forgetOthers("an");
    expect(outcomeShelf("m1").read()).to.deep.equal(values);
    forgetOthers("karim");
    expect(outcomeShelf("m1").read()).to.equal(null);
  });

  it("is nothing where the browser forbids to keep anything", () => {
    Object.defineProperty(globalThis, "sessionStorage", {
      get: () => {
        throw new Error("forbidden");
      },
      configurable: true,
    });
    forgetTab();
    expect(outcomeShelf("m1").read()).to.equal(null);
  });
});

/** As in a browser: what is kept are the object's own keys. */
const storage = (): Storage => {
  const methods = {
    getItem(key: string) {
      return Object.hasOwn(this, key) ? (Reflect.get(this, key) as string) : null;
    },
    setItem(key: string, value: string) {
      Reflect.set(this, key, value);
    },
    removeItem(key: string) {
      Reflect.deleteProperty(this, key);
    },
  };
  return Object.create(methods) as Storage;
};
