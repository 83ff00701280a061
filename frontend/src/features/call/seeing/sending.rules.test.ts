import { expect } from "chai";
import { isPlain, linesWished, sendingFor } from "./sending.rules.js";

const wishes = { isSigning: false, hasPictures: true, sendsPictures: true };
const signs = { ...wishes, isSigning: true };
const saves = { ...wishes, hasPictures: false };
const asked = { isScreen: false, hasBridge: false, own: wishes, others: [wishes] };

describe("how a picture is sent", () => {
  it("as the library does while nobody asks for anything", () => {
    expect(isPlain(sendingFor(asked))).to.equal(true);
    expect(isPlain(sendingFor({ ...asked, others: [] }))).to.equal(true);
  });

  it("with every movement as soon as one side uses sign language", () => {
    for (const change of [{ own: signs }, { others: [wishes, signs] }])
      expect(sendingFor({ ...asked, ...change })).to.include({
        hint: "motion",
        preference: "maintain-framerate",
        framesPerSecond: 30,
      });
  });

  it("a screen stays sharp, also for who uses sign language", () =>
    expect(sendingFor({ ...asked, isScreen: true, others: [signs] })).to.include({
      hint: "detail",
      preference: "maintain-resolution",
      framesPerSecond: null,
    }));

  it("not at all when nobody wants it, and again when somebody does", () => {
    expect(sendingFor({ ...asked, others: [saves, saves] }).isActive).to.equal(false);
    expect(sendingFor({ ...asked, others: [saves, wishes] }).isActive).to.equal(true);
  });

  it("not on a line that carries none, unless it is somebody's language", () => {
    const own = { ...wishes, sendsPictures: false };
    expect(sendingFor({ ...asked, own }).isActive).to.equal(false);
    expect(sendingFor({ ...asked, own, others: [signs] }).isActive).to.equal(true);
  });

  it("as another kind once it is stopped, so that nothing of it is sent again", () => {
    for (const kind of [asked, { ...asked, own: signs }, { ...asked, isScreen: true }])
      expect(sendingFor({ ...kind, others: [saves] }).hint === "detail").to.equal(sendingFor(kind).hint !== "detail");
  });

  it("with a bridge, that is between the bridge and each of them", () =>
    expect(sendingFor({ ...asked, hasBridge: true, others: [saves] }).isActive).to.equal(null));

  it("is asked of a bridge as large as it is of use", () => {
    const seeing = { ...wishes, isSharing: false };
    expect(linesWished(wishes, [seeing])).to.equal(720);
    expect(linesWished(wishes, [seeing, { ...seeing, isSharing: true }])).to.equal(2160);
    expect(linesWished(saves, [{ ...seeing, isSharing: true }])).to.equal(0);
  });
});
