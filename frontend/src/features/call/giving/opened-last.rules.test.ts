import type { GivenDocumentView } from "@balie/contract/documents";
import { expect } from "chai";
import { openedLast } from "./opened-last.rules.js";

const time = (minute: number) => `2026-11-23T10:0${minute}:00.000Z`;
const given = (id: string, openedAt: string | null) => ({ id, name: id, openedAt }) as GivenDocumentView;

describe("news of what was given, in the console", () => {
  it("names what was fetched last, not what was given last", () => {
    expect(openedLast([given("a", time(2)), given("b", time(1)), given("c", null)])?.id).to.equal("a");
    expect(openedLast([given("a", null)])).to.equal(undefined);
  });
});
