import { expect } from "chai";
import { type LineSigns, lineTroubleOf } from "./line-trouble.rules.js";

const rejoining: LineSigns = { isOnline: true, connection: "rejoining", obstacle: null, wasIn: true };
const trouble = (signs: Partial<LineSigns>) => lineTroubleOf({ ...rejoining, ...signs });

describe("what is wrong with the line of a call", () => {
  it("one's own internet, as soon as the browser says so, whatever else is known", () => {
    for (const obstacle of [null, "counter", "video"] as const)
      expect(trouble({ isOnline: false, obstacle })).to.equal("offline");
    expect(trouble({ isOnline: false, connection: "interrupted" })).to.equal("offline");
  });
  it("the counter, when it gives no word", () => expect(trouble({ obstacle: "counter" })).to.equal("counter"));
  it("a network that holds the video back, when the counter answers and the video never came through", () => {
    expect(trouble({ obstacle: "video", wasIn: false })).to.equal("blocked");
    expect(trouble({ obstacle: "video", wasIn: false, connection: "joining" })).to.equal("blocked");
  });
  it("the video itself, when it came through before", () => expect(trouble({ obstacle: "video" })).to.equal("video"));
  it("a line that falters, while the call still stands", () => {
    expect(trouble({ connection: "interrupted" })).to.equal("faltering");
  });
  it("nothing in particular, when the first new try is under way", () => expect(trouble({})).to.equal("again"));
});
