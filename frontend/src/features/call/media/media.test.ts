import { expect } from "chai";
import { browserFamily, systemFamily } from "./browser-family.js";
import { loudness } from "./microphone-level.js";

describe("a person's own devices", () => {
  it("get help in the words of their browser", () => {
    expect(browserFamily("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0")).to.equal("Firefox");
    expect(browserFamily("… AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36")).to.equal("Chrome");
    expect(browserFamily("… AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15")).to.equal("Safari");
    expect(browserFamily("something new")).to.equal("Other");
  });

  it("get help in the words of their system", () => {
    expect(systemFamily("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", 5)).to.equal("Ios");
    expect(systemFamily("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5)).to.equal("Ios");
    expect(systemFamily("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 0)).to.equal("Mac");
    expect(systemFamily("Mozilla/5.0 (Linux; Android 15)", 5)).to.equal("Android");
    expect(systemFamily("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", 10)).to.equal("Windows");
    expect(systemFamily("Mozilla/5.0 (X11; Linux x86_64)", 0)).to.equal("Other");
  });

  it("show silence as nothing, and never more than all", () => {
    expect(loudness(new Float32Array(8))).to.equal(0);
    expect(loudness(new Float32Array(8).fill(1))).to.equal(1);
    expect(loudness(new Float32Array(8).fill(0.1))).to.be.closeTo(0.3, 0.001);
  });
});
