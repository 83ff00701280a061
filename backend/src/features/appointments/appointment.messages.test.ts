import { expect } from "chai";
import { type AppointmentMail, appointmentMailKinds, isWanted, writeAppointmentMail } from "./appointment.messages.js";

const now = new Date("2026-11-23T09:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

const mailOf = (
  changes: Partial<AppointmentMail> = {},
  event: Partial<AppointmentMail["event"]> = {},
): AppointmentMail => ({
  kind: "appointment_confirmed",
  isCancelledByOffice: false,
  bookingUrl: "https://loket.example.org/",
  kiosk: { code: "ACDE-FGHJ", url: "https://loket.example.org/kiosk" },
  ...changes,
  event: {
    id: "0b0f3a5e-1111-4222-8333-444455556666",
    host: "loket.example.org",
    sequence: 0,
    startsAt: new Date("2026-11-24T13:00:00Z"),
    endsAt: new Date("2026-11-24T13:20:00Z"),
    isCancelled: changes.kind === "appointment_cancelled",
    language: "nl",
    service: "Parkeerkaart aanvragen",
    bring: "Uw identiteitskaart",
    municipality: { name: "Gemeente Voorbeeldegem", phone: "02 123 45 67", timeZone: "Europe/Brussels" },
    link: `https://loket.example.org/a/${"x".repeat(43)}`,
    dialIn: null,
    citizen: { name: "Els Janssens", address: "els@example.org" },
    organizerAddress: "balie@example.org",
    ...event,
  },
});
const write = (...mail: Parameters<typeof mailOf>) => writeAppointmentMail(mailOf(...mail), now);

describe("the mails about an appointment", () => {
  it("say when on the municipality's clock, with the zone's name, before and after a clock change", () => {
    expect(write().text).to.contain("Wanneer: dinsdag 24 november 2026 om 14:00 uur (Midden-Europese tijd)");
    expect(write({}, { startsAt: new Date("2026-10-24T12:00:00Z") }).text).to.contain(
      "zaterdag 24 oktober 2026 om 14:00 uur (Midden-Europese tijd)",
    );
  });

  for (const language of ["nl", "fr", "de", "en"] as const)
    for (const kind of appointmentMailKinds) {
      it(`are whole in text and HTML / ${language}, ${kind}`, () => {
        const mail = write({ kind }, { language });
        for (const version of [mail.subject, mail.text, mail.html])
          expect(version).to.not.match(/\{\w+\}|undefined|null|\[object/);
        expect(mail.html).to.contain(`<html lang="${language}"`);
        expect(mail.html)
          .to.not.match(/<(img|script|link|iframe|form|input)\b/i)
          .and.not.match(/url\(|@import/i);
        const url = kind === "appointment_cancelled" ? "https://loket.example.org/" : mailOf().event.link;
        expect(mail.text).to.contain(url);
        expect(mail.html.match(/href="[^"]*"/g)).to.deep.equal([`href="${url}"`, `href="${url}"`]);
        expect(mail.text).to.contain("02 123 45 67");
        expect(mail.subject).to.contain("Gemeente Voorbeeldegem");
        expect(mail.subject).to.not.contain("Parkeerkaart").and.not.contain("Els");
        expect(mail.language).to.equal(language);
      });
    }

  for (const language of ["nl", "fr", "de", "en"] as const)
    it(`say first what to call and key in, for whoever dials in, and to nobody else / ${language}`, () => {
      const dialIn = { number: "+32 9 123 45 67", pin: "01234567" };
      const { text } = write({}, { language, dialIn });
      expect(text).to.contain("+32 9 123 45 67").and.to.contain("01 23 45 67");
      expect(text.indexOf("01 23 45 67")).to.be.lessThan(text.indexOf("/a/"));
      expect(write({ kind: "appointment_cancelled" }, { language, dialIn }).text).to.not.contain("01 23 45 67");
      expect(write({}, { language }).text).to.not.contain("+32 9 123 45 67");
    });

  it("say in the first line that an appointment was moved or cancelled, and by whom", () => {
    const firstLine = (changes: Partial<AppointmentMail>) => write(changes).text.split("\n")[0];
    expect(firstLine({ kind: "appointment_moved" })).to.equal(
      "Uw videoafspraak is verplaatst. Dit is het nieuwe moment:",
    );
    expect(firstLine({ kind: "appointment_cancelled" })).to.match(/^U hebt uw videoafspraak geannuleerd/);
    expect(firstLine({ kind: "appointment_cancelled", isCancelledByOffice: true })).to.match(
      /^Wij moeten uw videoafspraak annuleren/,
    );
  });

  it("carry the calendar's REQUEST or CANCEL, except the reminders", () => {
    const methods = appointmentMailKinds.map((kind) => write({ kind }).calendar?.method);
    expect(methods).to.deep.equal(["REQUEST", "REQUEST", "CANCEL", undefined, undefined]);
  });

  it("leave out what there is not: nothing to bring, no phone", () => {
    const { text } = write(
      {},
      { bring: null, municipality: { name: "Gemeente", phone: null, timeZone: "Europe/Brussels" } },
    );
    expect(text).to.not.contain("Hou bij de hand").and.not.contain("Lukt het niet");
  });

  it("show markup in a name as the text it is", () => {
    const evil = `<img src=x onerror="alert(1)"> & 'co'`;
    const { html } = write({}, { citizen: { name: evil, address: "els@example.org" }, service: evil, bring: evil });
    expect(html).to.not.contain("<img").and.not.contain('onerror="');
    expect(html).to.contain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;co&#39;");
  });

  it("refuse a link that is no web address", () => {
    expect(() => write({}, { link: "javascript:alert(1)" })).to.throw("web address");
  });
});

describe("a mail about an appointment is wanted", () => {
  const booked = { status: "booked", startsAt: minutes(60 * 24), endsAt: minutes(60 * 24 + 20), sequence: 0 } as const;

  const cases: [string, Parameters<typeof isWanted>[0], Partial<Parameters<typeof isWanted>[1]>, boolean][] = [
    ["a fresh booking is confirmed", "appointment_confirmed", {}, true],
    ["not once it was moved: that mail says all", "appointment_confirmed", { sequence: 1 }, false],
    ["not after a cancellation", "appointment_confirmed", { status: "cancelled_by_citizen" }, false],
    ["not after the appointment", "appointment_confirmed", { startsAt: minutes(-30), endsAt: minutes(-10) }, false],
    ["a move is told", "appointment_moved", { sequence: 1 }, true],
    ["no move of a cancelled one", "appointment_moved", { status: "cancelled_by_office" }, false],
    ["a cancellation is told, whoever cancelled", "appointment_cancelled", { status: "cancelled_by_office" }, true],
    ["not when it is booked", "appointment_cancelled", {}, false],
    ["the day's reminder a day before", "appointment_reminder_day", {}, true],
    [
      "not when it was moved to next week",
      "appointment_reminder_day",
      { startsAt: minutes(60 * 24 * 7), endsAt: minutes(60 * 24 * 7 + 20) },
      false,
    ],
    ["not when cancelled", "appointment_reminder_day", { status: "cancelled_by_citizen" }, false],
    [
      "not so late that the hour's is next",
      "appointment_reminder_day",
      { startsAt: minutes(90), endsAt: minutes(110) },
      false,
    ],
    [
      "the hour's reminder an hour before",
      "appointment_reminder_hour",
      { startsAt: minutes(60), endsAt: minutes(80) },
      true,
    ],
    ["not a day before, when it was moved", "appointment_reminder_hour", {}, false],
    ["not after the start", "appointment_reminder_hour", { startsAt: minutes(-1), endsAt: minutes(19) }, false],
    [
      "not for who attended",
      "appointment_reminder_hour",
      { status: "attended", startsAt: minutes(5), endsAt: minutes(25) },
      false,
    ],
  ];
  for (const [title, kind, changes, expected] of cases) {
    it(`${title} / ${kind}`, () => expect(isWanted(kind, { ...booked, ...changes }, now)).to.equal(expected));
  }
});
