import { largestDocumentBytes } from "@balie/contract/documents";
import { expect } from "chai";
import { faultOf, formatSize } from "./file.rules.js";

describe("a chosen file", () => {
  it("is refused before it travels when it is empty or larger than the contract says", () => {
    expect(faultOf({ size: 0 })).to.equal("document_empty");
    expect(faultOf({ size: largestDocumentBytes })).to.equal(null);
    expect(faultOf({ size: largestDocumentBytes + 1 })).to.equal("document_too_large");
  });
  it("has a size in words", () => {
    expect(formatSize(1, "nl")).to.equal("1 kB");
    expect(formatSize(84_500, "nl")).to.equal("85 kB");
    expect(formatSize(2_340_000, "nl")).to.equal("2,3 MB");
  });
});
