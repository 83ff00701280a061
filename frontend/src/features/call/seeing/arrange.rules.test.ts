import { expect } from "chai";
import fc from "fast-check";
import { arrange, type Look, lookFrom, plainLook, views, withPin } from "./arrange.rules.js";

const person = (id: string, isSharing = false) => ({
  id,
  userId: `user-${id}`,
  seeing: { isSharing, isSigning: false, hasPictures: true, sendsPictures: true },
});
const [an, bo, sharer] = [person("an"), person("bo"), person("sharer", true)];
const look = (change: Partial<Look>): Look => ({ ...plainLook, ...change });
const large = (people: (typeof an)[], change: Partial<Look> = {}, speakerId: string | null = null) =>
  arrange(people, look(change), speakerId).large;

describe("how the pictures are arranged", () => {
  it("who speaks is large, and the first one while nobody has spoken", () => {
    expect(large([an, bo])).to.deep.equal(["an"]);
    expect(large([an, bo], {}, "bo")).to.deep.equal(["bo"]);
    expect(large([an, bo], {}, "somebody-who-left")).to.deep.equal(["an"]);
  });

  it("a shared screen is large by itself", () => expect(large([an, sharer])).to.deep.equal(["sharer"]));

  it("who is pinned stays large beside a screen that comes, until the screen is asked for", () => {
    expect(large([an, sharer], { pins: ["user-an"] })).to.deep.equal(["an"]);
    expect(large([an, sharer], { pins: ["user-an"], view: "screen" })).to.deep.equal(["sharer"]);
  });

  it("side by side, all are as large as oneself", () => {
    expect(arrange([an, bo], look({ view: "side" }), null)).to.deep.equal({ large: ["an", "bo"], own: "beside" });
    expect(arrange([an, bo], look({ view: "side", pins: ["user-bo"] }), null).large).to.deep.equal(["bo"]);
  });

  it("in sign language the signer is large beside the screen", () =>
    expect(large([an, bo, sharer], { pins: ["user-bo"], isSigning: true, view: "screen" })).to.deep.equal([
      "bo",
      "sharer",
    ]));

  it("in sign language everybody is large until somebody is pinned, for no voice tells who signs", () =>
    expect(large([an, bo], { isSigning: true }, "bo")).to.deep.equal(["an", "bo"]));

  it("without a shared screen its view shows who speaks", () =>
    expect(large([an, bo], { view: "screen" }, "bo")).to.deep.equal(["bo"]));

  it("one's own picture never covers a screen, and goes when it is hidden", () => {
    expect(arrange([an], plainLook, null).own).to.equal("corner");
    expect(arrange([sharer], plainLook, null).own).to.equal("below");
    expect(arrange([sharer], look({ view: "side", isOwnHidden: true }), null).own).to.equal("hidden");
  });

  it("somebody is always large, and only people who are there", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: fc.string(), isSharing: fc.boolean() }), { selector: ({ id }) => id }),
        fc.record({
          view: fc.constantFrom(...views),
          pins: fc.array(fc.string()),
          isSigning: fc.boolean(),
          isOwnHidden: fc.boolean(),
        }),
        fc.option(fc.string()),
        (drawn, change, speakerId) => {
          const people = drawn.map(({ id, isSharing }) => person(id, isSharing));
          const { large: ids } = arrange(people, look(change), speakerId);
          expect(ids.length > 0).to.equal(people.length > 0);
          expect(people.map(({ id }) => id)).to.include.members([...ids]);
          expect(new Set(ids).size).to.equal(ids.length);
        },
      ),
    ));
});

describe("how this person looks at a call", () => {
  it("comes back as it was kept", () => {
    const kept = look({ view: "side", pins: ["u"], isOwnHidden: true, isSigning: true, isSilent: true });
    expect(lookFrom(JSON.parse(JSON.stringify(kept)))).to.deep.equal(kept);
  });

  it("is the ordinary one when what was kept makes no sense", () => {
    for (const kept of [null, 3, "side", { view: "upside down", pins: [1], hasPictures: "no" }])
      expect(lookFrom(kept)).to.deep.equal(plainLook);
  });

  it("is silent in sign language only", () =>
    expect(lookFrom({ isSilent: true })).to.deep.include({ isSilent: false, isSigning: false }));

  it("pins once, lets go, and forgets the oldest of very many", () => {
    const twice = withPin(withPin(plainLook, "u", true), "u", true);
    expect(twice.pins).to.deep.equal(["u"]);
    expect(withPin(twice, "u", false).pins).to.deep.equal([]);
    const many = Array.from({ length: 30 }, (_, index) => `u${index}`).reduce(
      (each, pin) => withPin(each, pin, true),
      plainLook,
    );
    expect(many.pins).to.have.length(20).and.include("u29").and.not.include("u0");
  });
});
