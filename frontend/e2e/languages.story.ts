import { de as appointmentDe } from "@balie/contract/locales/appointment/de";
import { en as appointmentEn } from "@balie/contract/locales/appointment/en";
import { fr as appointmentFr } from "@balie/contract/locales/appointment/fr";
import { nl as appointmentNl } from "@balie/contract/locales/appointment/nl";
import { de as bookingDe } from "@balie/contract/locales/booking/de";
import { en as bookingEn } from "@balie/contract/locales/booking/en";
import { fr as bookingFr } from "@balie/contract/locales/booking/fr";
import { fr as mailFr } from "@balie/contract/locales/mail/fr";
import { expect } from "chai";
import { bookByRequest, linkTokenIn } from "./support/api.ts";
import { firstTime } from "./support/counter.ts";
import { gatherFaults } from "./support/faults.ts";
import { linkIn, waitForMail } from "./support/mail.ts";
import { button, heading } from "./support/roles.ts";
import { setStage } from "./support/stage.ts";

describe("French, German and English", function () {
  this.timeout(180_000);
  const stage = setStage();
  const { state, expectNoFaults } = gatherFaults();

  it("have the booking page, the appointment page, and the mail of a French booking", async () => {
    const link = await bookByRequest(stage.stack, { name: "Lotte Languages", inDays: 1 });
    for (const [language, booking, appointment] of [
      ["fr", bookingFr, appointmentFr],
      ["de", bookingDe, appointmentDe],
      ["en", bookingEn, appointmentEn],
    ] as const) {
      const { page } = await stage.enter();
      await page.goto(`${stage.stack.publicUrl}/?lang=${language}`);
      await heading(page, booking.title).waitFor();
      await button(page, new RegExp(booking.aboutMinutes.split("{minutes}")[0]!))
        .first()
        .waitFor();
      expect(await page.getAttribute("html", "lang")).to.equal(language);
      await state(page, `book-service-${language}`);
      await page.goto(`${link}?lang=${language}`);
      await heading(page, appointment.title).waitFor();
      await button(page, appointment.cancel).waitFor();
      expect(await page.getAttribute("html", "lang")).to.equal(language);
      expect(await page.getByText(appointmentNl.question).count()).to.equal(0);
      await state(page, `appointment-${language}`);
    }

    const { page } = await stage.enter();
    await page.goto(stage.stack.publicUrl);
    await button(page, "FR Français").click();
    await button(page, /Louer une salle/).click();
    expect(await page.getAttribute("html", "lang")).to.equal("fr");
    await (await firstTime(page)).check();
    await button(page, bookingFr.next).click();
    await page.getByLabel(bookingFr.name).fill("François Français");
    await page.getByLabel(bookingFr.email).fill("francois@example.org");
    await button(page, bookingFr.next).click();
    await button(page, bookingFr.book).click();
    await heading(page, bookingFr.bookedTitle).waitFor();
    const mail = await waitForMail(stage.stack.mailUrl, "francois@example.org", /\/a\//);
    expect(mail.text).to.contain(mailFr.confirmedLead);
    expect(linkTokenIn(linkIn(mail))).to.match(/^[\w-]{43}$/);
    expect(String(mail.html)).to.match(/<html[^>]* lang="fr"/);
    expectNoFaults();
  });
});
