import type { DocumentState, DocumentView } from "@balie/contract/documents";
import { expect } from "chai";
import { inOrderOfAnswers } from "./document-news.rules.js";

const time = (minute: number) => `2026-11-23T10:0${minute}:00.000Z`;
const asked = (id: string, state: DocumentState = "asked", sentAt: string | null = null) =>
  ({ id, what: id, state, sentAt }) as DocumentView;

describe("news of documents in the console", () => {
  it("names what was answered last, not what was asked last", () => {
    const second = inOrderOfAnswers([], [asked("a"), asked("b", "sent", time(1))]);
    expect(second).to.deep.equal(["b"]);
    const both = [asked("a", "sent", time(2)), asked("b", "sent", time(1))];
    expect(inOrderOfAnswers(second, both)).to.deep.equal(["b", "a"]);
    expect(inOrderOfAnswers([], both), "a page that was not there").to.deep.equal(["b", "a"]);
    expect(inOrderOfAnswers(second, [asked("a", "declined"), asked("b", "sent", time(1))])).to.deep.equal(["b", "a"]);
  });

  it("names nothing that is gone", () => {
    expect(inOrderOfAnswers(["a", "b"], [asked("a", "sent", time(1)), asked("b", "forgotten", time(2))])).to.deep.equal(
      ["a"],
    );
    expect(inOrderOfAnswers([], [asked("a")])).to.deep.equal([]);
  });
});
