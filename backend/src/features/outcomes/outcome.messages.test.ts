import { expect } from "chai";
import { type FollowUpMail, writeFollowUpMail } from "./outcome.messages.js";

const mailOf = (changes: Partial<FollowUpMail> = {}): FollowUpMail => ({
  language: "nl",
  citizen: { name: "Dominique Peeters", address: "dominique@example.org" },
  municipality: { name: "Gemeente Voorbeeldegem", timeZone: "Europe/Brussels", phone: null },
  startsAt: new Date("2026-11-24T13:00:00Z"),
  message: "U kunt de zaal\nvanavond reserveren.",
  links: ["https://example.org/zalen?a=1&b=2"],
  link: `https://loket.example.org/a/${"x".repeat(43)}`,
  ...changes,
});

describe("the follow-up mail", () => {
  it("gives the clerk's words, the links of the call and the survey", () => {
    const { text, html } = writeFollowUpMail(mailOf());
    for (const part of ["U kunt de zaal\nvanavond reserveren.", "https://example.org/zalen?a=1&b=2", mailOf().link])
      expect(text).to.contain(part);
    expect(html).to.contain("U kunt de zaal<br>\nvanavond reserveren.");
    expect(html).to.contain('href="https://example.org/zalen?a=1&amp;b=2"');
  });

  it("leaves out an empty message and an empty list of links", () => {
    const { text } = writeFollowUpMail(mailOf({ message: "", links: [] }));
    expect(text).to.not.contain("Bericht").and.not.contain("Links");
    expect(text).to.contain("Hoe was het voor u?");
  });

  it("shows markup in the clerk's words as the text it is", () => {
    const { html } = writeFollowUpMail(mailOf({ message: '<a href="https://evil.example">klik</a>' }));
    expect(html).to.not.contain('<a href="https://evil');
  });

  for (const language of ["nl", "fr", "de", "en"] as const) {
    it(`has no text left unfilled / ${language}`, () => {
      const { subject, text, html } = writeFollowUpMail(mailOf({ language }));
      for (const version of [subject, text, html]) expect(version).to.not.match(/\{\w+\}|undefined/);
    });
  }
});
