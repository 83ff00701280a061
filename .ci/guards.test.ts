import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { placeOf } from "../backend/test/mutations/mutation.ts";
import { mutations as ofBackend } from "../backend/test/mutations.ts";
import { mutations as ofProsody } from "../jitsi-config/test/mutations.ts";

const root = resolve(import.meta.dirname, "..");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

/** The drills take minutes for it; here is seen at once whether a change to the source left a guard's text behind. */
describe("the guards that drills take away", () => {
  it("are found where they stand: the backend's", () => {
    const lost = ofBackend.filter(({ file, find }) => [...read(file).matchAll(placeOf(find))].length !== 1);
    expect(lost.map(({ guard, file }) => `${file}: ${guard}`)).to.deep.equal([]);
  });
  it("have their tests in a file that is there", () => {
    const lost = ofBackend.filter(({ test }) => !existsSync(join(root, test)));
    expect(lost.map(({ guard, test }) => `${test}: ${guard}`)).to.deep.equal([]);
  });
  it("are found where they stand: Prosody's", () => {
    const times = (file: string, find: string) => read("jitsi-config", "prosody-modules", file).split(find).length - 1;
    const lost = ofProsody.filter(({ file, find }) => times(file, find) !== 1);
    expect(lost.map(({ name, file }) => `${file}: ${name}`)).to.deep.equal([]);
  });
});
