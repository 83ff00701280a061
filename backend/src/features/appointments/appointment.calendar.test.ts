import { expect } from "chai";
import ICAL from "ical.js";
import { DateTime } from "luxon";
import { buildDownload, buildInvitation, type CalendarEvent } from "./appointment.calendar.js";

const now = new Date("2026-10-01T08:00:00Z");

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: "0b0f3a5e-1111-4222-8333-444455556666",
  host: "loket.example.org",
  sequence: 0,
  startsAt: new Date("2026-11-24T13:00:00Z"),
  endsAt: new Date("2026-11-24T13:20:00Z"),
  isCancelled: false,
  language: "nl",
  service: "Parkeerkaart aanvragen",
  bring: "Uw identiteitskaart",
  municipality: { name: "Gemeente Voorbeeldegem", phone: "02 123 45 67", timeZone: "Europe/Brussels" },
  link: `https://loket.example.org/a/${"x".repeat(43)}`,
  dialIn: null,
  citizen: { name: "Els Janssens", address: "els@example.org" },
  organizerAddress: "balie@example.org",
  ...changes,
});

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).to.have.length(1);
  const value = (name: string) => events[0]!.getFirstPropertyValue(name);
  return { calendar, event: events[0]!, value, method: calendar.getFirstPropertyValue("method") };
}

/** URI schemes are the same in any case. */
const addressOf = (property: ICAL.Property) => String(property.getFirstValue()).toLowerCase();

const localStart = (file: string) =>
  DateTime.fromJSDate(new ICAL.Event(read(file).event).startDate.toJSDate())
    .setZone("Europe/Brussels")
    .toFormat("yyyy-MM-dd HH:mm");

describe("an appointment's calendar file", () => {
  it("keeps its UID through a move and a cancellation, while SEQUENCE rises", () => {
    const booked = read(buildInvitation(event(), now).content);
    const moved = read(
      buildInvitation(
        event({ sequence: 1, startsAt: new Date("2026-11-25T09:00:00Z"), endsAt: new Date("2026-11-25T09:20:00Z") }),
        now,
      ).content,
    );
    const cancelled = read(buildInvitation(event({ sequence: 2, isCancelled: true }), now).content);
    const files = [booked, moved, cancelled];

    expect(new Set(files.map(({ value }) => value("uid")))).to.deep.equal(
      new Set(["0b0f3a5e-1111-4222-8333-444455556666@loket.example.org"]),
    );
    expect(files.map(({ value }) => value("sequence"))).to.deep.equal([0, 1, 2]);
    expect(files.map(({ method }) => method)).to.deep.equal(["REQUEST", "REQUEST", "CANCEL"]);
    expect(files.map(({ value }) => value("status"))).to.deep.equal(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
  });

  it("says METHOD on the calendar and never in the event", () => {
    for (const isCancelled of [false, true]) {
      expect(read(buildInvitation(event({ isCancelled }), now).content).event.getFirstProperty("method")).to.equal(
        null,
      );
    }
  });

  it("invites the citizen in the municipality's name, without asking for a reply", () => {
    const { event: read1 } = read(buildInvitation(event(), now).content);
    const attendee = read1.getFirstProperty("attendee")!;
    expect(addressOf(attendee)).to.equal("mailto:els@example.org");
    expect(attendee.getParameter("partstat")).to.equal("ACCEPTED");
    expect(attendee.getParameter("rsvp")).to.equal("FALSE");
    const organizer = read1.getFirstProperty("organizer")!;
    expect(addressOf(organizer)).to.equal("mailto:balie@example.org");
    expect(organizer.getParameter("cn")).to.equal("Gemeente Voorbeeldegem");
  });

  it("published for download, names no attendee and keeps the UID", () => {
    const { event: published, method, value } = read(buildDownload(event(), now));
    expect(method).to.equal("PUBLISH");
    expect(published.getAllProperties("attendee")).to.have.length(0);
    expect(published.getFirstProperty("organizer")).to.not.equal(null);
    expect(value("uid")).to.equal("0b0f3a5e-1111-4222-8333-444455556666@loket.example.org");
  });

  it("says nothing of the matter in its summary, and is private", () => {
    const { value } = read(buildInvitation(event(), now).content);
    expect(value("summary")).to.equal("Videoafspraak Gemeente Voorbeeldegem");
    expect(value("class")).to.equal("PRIVATE");
    expect(value("location")).to.equal(event().link);
    expect(value("url")).to.equal(event().link);
  });

  for (const [utc, local] of [
    ["2026-10-24T08:00:00Z", "2026-10-24 10:00"],
    ["2026-10-25T09:00:00Z", "2026-10-25 10:00"],
    ["2027-03-27T09:00:00Z", "2027-03-27 10:00"],
    ["2027-03-28T08:00:00Z", "2027-03-28 10:00"],
  ] as const) {
    it(`is at ${local} on a clock in Brussels / whatever zone the calendar knows`, () => {
      const file = buildInvitation(
        event({ startsAt: new Date(utc), endsAt: new Date(Date.parse(utc) + 1_200_000) }),
        now,
      ).content;
      expect(localStart(file)).to.equal(local);
      expect(file)
        .to.match(/^DTSTART:\d{8}T\d{6}Z\r$/m)
        .and.match(/^DTEND:\d{8}T\d{6}Z\r$/m)
        .and.match(/^DTSTAMP:20261001T080000Z\r$/m);
      expect(file).to.not.contain("TZID");
    });
  }

  it("ends every line in CRLF and folds long UTF-8 text at 75 octets without breaking a letter", () => {
    const service = "Aanvraag ✓ één 👩‍👩‍👧 ".repeat(40).trim();
    const file = buildInvitation(event({ service }), now).content;
    expect(file.replaceAll("\r\n", "")).to.not.match(/[\r\n]/);
    for (const line of file.split("\r\n")) {
      expect(Buffer.byteLength(line)).to.be.at.most(75);
      expect(Buffer.from(line).toString()).to.equal(line);
    }
    expect(read(file).value("description")).to.contain(`Waarvoor: ${service}\n`);
  });

  for (const evil of [
    "Jan\r\nATTENDEE:mailto:spam@example.net",
    'Jan";PARTSTAT=DECLINED:mailto:x@example.net',
    "Jan; Piet, Joris \\ Korneel\\n",
    "END:VEVENT\nBEGIN:VEVENT",
    "Jan\u2028X-EVIL:1",
    "Jan\rX-EVIL:1",
  ]) {
    it(`stays one event with one attendee when a name or a text is ${JSON.stringify(evil)}`, () => {
      const file = buildInvitation(
        event({
          citizen: { name: evil, address: "els@example.org" },
          service: evil,
          bring: evil,
          municipality: { name: evil, phone: evil, timeZone: "Europe/Brussels" },
        }),
        now,
      ).content;
      const { event: parsed } = read(file);
      expect(parsed.getAllProperties("attendee").map(addressOf)).to.deep.equal(["mailto:els@example.org"]);
      expect(parsed.getFirstProperty("attendee")!.getParameter("partstat")).to.equal("ACCEPTED");
      const known = [
        "uid",
        "sequence",
        "dtstamp",
        "dtstart",
        "dtend",
        "summary",
        "location",
        "description",
        "organizer",
        "attendee",
        "url",
        "status",
        "class",
      ];
      for (const property of parsed.getAllProperties()) expect(known).to.include(property.name);
      expect(file.replaceAll("\r\n", "")).to.not.match(/[\r\n]/);
    });
  }

  for (const language of ["nl", "fr", "de", "en"] as const) {
    it(`has no text left unfilled / ${language}`, () => {
      expect(buildInvitation(event({ language }), now).content).to.not.match(/\{\w+\}/);
    });
  }
});
