import { de as appointmentDe } from "@balie/contract/locales/appointment/de";
import { en as appointmentEn } from "@balie/contract/locales/appointment/en";
import { fr as appointmentFr } from "@balie/contract/locales/appointment/fr";
import { nl as appointmentNl } from "@balie/contract/locales/appointment/nl";
import { de as bookingDe } from "@balie/contract/locales/booking/de";
import { en as bookingEn } from "@balie/contract/locales/booking/en";
import { fr as bookingFr } from "@balie/contract/locales/booking/fr";
import { fr as mailFr } from "@balie/contract/locales/mail/fr";
import { de as welcomeDe } from "@balie/contract/locales/welcome/de";
import { en as welcomeEn } from "@balie/contract/locales/welcome/en";
import { fr as welcomeFr } from "@balie/contract/locales/welcome/fr";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { addressOf, bookByRequest, linkTokenIn } from "./support/api.ts";
import { faultsOf } from "./support/axe.ts";
import { chooseAnotherDay, firstTime, say, signIn } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { linkIn, waitForMail } from "./support/mail.ts";
import { expectMovingVideo } from "./support/media.ts";
import { meet, rememberDevices, setStage } from "./support/stage.ts";
import { welcomeLink } from "./support/welcome.ts";

/** WCAG 2.2 AA by axe and by keyboard, at 1280 and 360 pixels, without sideways scrolling down to 320. */
describe("everybody gets through", function () {
  this.timeout(180_000);
  const stage = setStage();
  const states = new Set<string>();
  let faults: string[] = [];

  /** One state of one page. Faults are gathered, so that a run tells them all. */
  const state = async (page: Page, name: string) => {
    expect(states.has(name), `two states named ${name}`).to.equal(false);
    states.add(name);
    faults.push(...(await faultsOf(page, name)));
  };
  const expectNoFaults = () => expect(faults.join("\n")).to.equal("");
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
  const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).waitFor();
  beforeEach(() => {
    faults = [];
  });
  after(() => console.log(`    ${states.size} states by axe, each at two widths`));

  it("booking, with all that can go wrong", async () => {
    const { page } = await stage.enter();
    await page.route("**/api/services", (route) => route.abort());
    await page.goto(stage.stack.publicUrl);
    await page.getByText("We kunnen het loket nu niet bereiken.").waitFor();
    await state(page, "book-unreachable");
    await page.unroute("**/api/services");
    await button(page, "Probeer opnieuw").click();
    await button(page, /Een zaal huren/).waitFor();
    await state(page, "book-service");

    await button(page, /Een zaal huren/).click();
    const time = page.getByRole("radio", { name: /^\d\d:\d\d/ }).first();
    await time.waitFor();
    await state(page, "book-time");
    // Not today, whose first time may begin while all of this goes wrong.
    await chooseAnotherDay(page);
    await button(page, "Verder").click();
    await heading(page, "Kijk dit nog even na");
    await state(page, "book-time-missing");
    await time.check();
    const startsAt = await time.inputValue();
    await button(page, "Verder").click();
    await page.getByLabel("Uw naam").waitFor();
    await state(page, "book-details");
    await page.getByLabel("Voor iemand anders").check();
    await page.getByLabel("Uw e-mailadres").fill("els@");
    await page.getByLabel(/Uw telefoonnummer/).fill("geen");
    await button(page, "Verder").click();
    await heading(page, "Kijk dit nog even na");
    await state(page, "book-details-wrong");
    await page.getByLabel("Uw naam").fill("Els Janssens-Vandenbroucke");
    await page.getByLabel("Naam van die persoon").fill("Magda Janssens-Vandenbroucke");
    await page.getByLabel("Uw e-mailadres").fill("els.janssens-vandenbroucke@voorbeeldegem-centrum.example.org");
    await page.getByLabel(/Uw telefoonnummer/).fill("0470 12 34 56");
    await page.getByLabel(/Wat is uw vraag/).fill("Mijn zus zoekt een zaal. Zij hoort niet goed, en ik ook niet.");
    await button(page, "Verder").click();
    await heading(page, "Klopt alles?");
    await state(page, "book-check");

    await page.route("**/api/appointments", (route) => route.abort());
    await button(page, "Maak de afspraak").click();
    await page.getByText("We kregen geen antwoord.").waitFor();
    await state(page, "book-no-answer");
    await page.unroute("**/api/appointments");

    await ask(stage.stack, "update counter set capacity = 1");
    await bookByRequest(stage.stack, { name: "Snelle Jan", startsAt });
    await button(page, "Probeer opnieuw").click();
    await page.getByText("Iemand anders heeft deze tijd net genomen.").waitFor();
    await time.waitFor();
    await state(page, "book-slot-taken");
    await ask(stage.stack, "update counter set capacity = 40");
    await time.check();
    await button(page, "Verder").click();
    await button(page, "Verder").click();
    await button(page, "Maak de afspraak").click();
    await heading(page, "Uw afspraak is gemaakt");
    await state(page, "book-booked");
    expectNoFaults();
  });

  it("the appointment page, from far ahead to long past", async () => {
    const { page } = await stage.enter();
    const link = await bookByRequest(stage.stack, { name: "Ahmed Ahead", inDays: 2 });
    await page.route("**/api/appointment", (route) => route.abort());
    await page.goto(link);
    await page.getByText("We kunnen het loket nu niet bereiken.").waitFor();
    await state(page, "appointment-unreachable");
    await page.unroute("**/api/appointment");
    await page.reload();
    await button(page, "Annuleer de afspraak").waitFor();
    await state(page, "appointment-upcoming");
    await button(page, "Kies een andere tijd").click();
    // Late in the evening today has one time left, or none.
    await chooseAnotherDay(page);
    const time = page.getByRole("radio", { name: /^\d\d:\d\d/ }).nth(3);
    await time.waitFor();
    await state(page, "appointment-move");
    await button(page, "Verplaats de afspraak").click();
    await heading(page, "Kijk dit nog even na");
    await state(page, "appointment-move-missing");
    await time.check();
    await button(page, "Verplaats de afspraak").click();
    await page.getByText("Uw afspraak is verplaatst.").waitFor();
    await state(page, "appointment-moved");
    await button(page, "Test uw camera en geluid").click();
    await heading(page, "Test uw camera en microfoon");
    await state(page, "appointment-early-check");
    await page.reload();
    await button(page, "Annuleer de afspraak").click();
    await page.getByRole("dialog").waitFor();
    await state(page, "appointment-cancel-dialog");
    await button(page, "Ja, annuleer de afspraak").click();
    await heading(page, "Deze afspraak is geannuleerd");
    await state(page, "appointment-cancelled");

    await page.goto(await bookByRequest(stage.stack, { name: "Olivia Open" }));
    await button(page, "Naar de wachtkamer").waitFor();
    await state(page, "appointment-open");

    const past = await bookByRequest(stage.stack, { name: "Otto Over", inDays: 1 });
    const days = "interval '3 days'";
    await ask(
      stage.stack,
      `update appointment set starts_at = starts_at - ${days}, ends_at = ends_at - ${days}, seat_free_at = seat_free_at - ${days} where citizen_name = 'Otto Over'`,
    );
    await page.goto(past);
    await heading(page, "Deze afspraak is voorbij");
    await state(page, "appointment-over");
    await page.goto(`${stage.stack.publicUrl}/a/${"x".repeat(43)}`);
    await heading(page, "We vinden deze afspraak niet");
    await state(page, "appointment-unknown");
    expectNoFaults();
  });

  it("the device check and the waiting room", async () => {
    const [citizen, clerk] = [await stage.enter(), await stage.enter()];
    const { page } = citizen;
    await clerk.page.goto(`${stage.stack.publicUrl}/console`);
    await button(clerk.page, "Aanmelden").waitFor();
    await state(clerk.page, "console-sign-in");
    await button(clerk.page, "Aanmelden").click();
    await heading(clerk.page, "Kijk dit nog even na");
    await state(clerk.page, "console-sign-in-missing");
    await clerk.page.getByLabel("E-mailadres").fill("an@voorbeeldegem.example");
    await clerk.page.getByLabel("Wachtwoord").fill("verkeerd");
    await button(clerk.page, "Aanmelden").click();
    await clerk.page.getByText("klopt niet").waitFor();
    await state(clerk.page, "console-sign-in-wrong");
    await signIn(clerk.page, stage.stack);
    await clerk.page.getByText("Er wacht niemand.").waitFor();
    await state(clerk.page, "console-queue-empty");

    await page.addInitScript(refuseDevicesAtFirst);
    await page.goto(await bookByRequest(stage.stack, { name: "Wim Wachters" }));
    await button(page, "Naar de wachtkamer").click();
    await button(page, "Test camera en microfoon").waitFor();
    await state(page, "check-explained");
    await button(page, "Test camera en microfoon").click();
    await heading(page, "We kunnen uw camera en microfoon niet gebruiken");
    await state(page, "check-refused");
    await button(page, "Probeer opnieuw").click();
    await page.getByText("Goed zo, we horen u.").waitFor();
    await button(page, "Speel een geluid").click();
    await page.getByText("Hoorde u het geluid?").waitFor();
    await state(page, "check-granted");
    await page.getByRole("button", { name: "Nee", exact: true }).click();
    await page.getByLabel("Camera", { exact: true }).selectOption({ label: "Geen camera gebruiken" });
    await page.getByText("Uw camera staat uit").waitFor();
    await state(page, "check-no-camera-no-sound");
    await button(page, "Naar de wachtkamer").click();
    await heading(page, "Wachtkamer");
    await state(page, "waiting-room");
    await button(clerk.page, "Laat Wim Wachters binnen").waitFor();
    await state(clerk.page, "console-queue-waiting");
    await citizen.context.setOffline(true);
    await page.getByText("De verbinding is weg.").waitFor();
    await state(page, "waiting-room-offline");
    await clerk.context.setOffline(true);
    await clerk.page.getByText("De lijst kan verouderd zijn.").waitFor();
    await state(clerk.page, "console-queue-offline");
    await Promise.all([citizen.context.setOffline(false), clerk.context.setOffline(false)]);
    await button(page, "Verlaat de wachtkamer").click();
    await page.getByRole("dialog").waitFor();
    await state(page, "waiting-room-leave-dialog");
    await button(page, "Blijven wachten").click();
    await button(clerk.page, "Camera en microfoon").click();
    await clerk.page.getByRole("dialog").waitFor();
    await state(clerk.page, "console-devices-dialog");
    expectNoFaults();
  });

  it("the call on both sides, and all the ways out of it", async () => {
    const { citizen, clerk, link, name } = await meet(stage, "Els Janssens-Vandenbroucke");
    const page = citizen.page;
    await state(page, "call");
    await page.getByText(/^U spreekt met An Peeters, medewerker van .* Niemand neemt het op\.$/).waitFor();
    await page.getByText("An Peeters (medewerker) is nu in het gesprek.").waitFor();
    await page.getByText("Wie kan u horen?").click();
    await page.getByText("Alleen deze mensen zien en horen u:").waitFor();
    await state(page, "call-who-hears");
    await page.getByText("Wie kan u horen?").click();
    await say(
      clerk.page,
      "Dag mevrouw! U boekt hier: https://zalen.example.org/boek/een-heel-lang-adres-dat-niet-past-op-een-telefoon",
    );
    await page.getByText("1 nieuw bericht").waitFor({ state: "attached" });
    await say(page, "Dank u, dat doe ik vanavond.");
    await clerk.page.getByRole("log").getByText("vanavond").waitFor();
    await state(page, "call-chat");
    await state(clerk.page, "console-call");
    await button(page, "Microfoon uitzetten").click();
    await button(page, "Camera uitzetten").click();
    await clerk.page.getByText("heeft de camera uit").waitFor();
    await button(clerk.page, "Microfoon uitzetten").click();
    await page.getByRole("list", { name: "In dit gesprek" }).getByText("microfoon uit").waitFor();
    await state(page, "call-muted");
    await state(clerk.page, "console-call-muted");
    // The fake microphone talks: the notice about that has such a button too.
    const controls = page.getByRole("region", { name: "Bediening van het gesprek" });
    await controls.getByRole("button", { name: "Microfoon aanzetten" }).click();
    await button(page, "Camera aanzetten").click();
    await citizen.context.setOffline(true);
    await page.getByText(/^De verbinding (hapert|is weg)\./).waitFor();
    await state(page, "call-offline");
    await citizen.context.setOffline(false);
    await expectMovingVideo(page);

    const tab = await citizen.context.newPage();
    await tab.goto(link);
    await button(tab, "Terug naar het gesprek").waitFor();
    await state(tab, "appointment-running");
    await button(tab, "Terug naar het gesprek").click();
    await heading(page, "Dit gesprek is open in een ander tabblad");
    await state(page, "call-other-tab");
    await button(page, "Gebruik dit tabblad").click();
    await expectMovingVideo(page);

    const other = await stage.enter();
    await rememberDevices(other);
    await other.page.goto(link);
    await button(other.page, "Terug naar het gesprek").click();
    await other.page.getByText("De medewerker moet dit toestel eerst goedkeuren.").waitFor();
    await state(other.page, "waiting-for-the-nod");
    await button(clerk.page, "Weiger dit toestel").waitFor();
    await state(clerk.page, "console-nod");
    await button(clerk.page, "Weiger dit toestel").click();
    await heading(other.page, "U bent niet binnengelaten");
    await state(other.page, "turned-away");

    await button(page, "Ophangen").click();
    await heading(page, "U hebt opgehangen");
    await state(page, "hung-up");
    await clerk.page.getByText("is niet in het gesprek").waitFor();
    await state(clerk.page, "console-call-alone");
    await clerk.page.reload();
    const back = button(clerk.page, /^Terug naar het gesprek met/);
    await back.waitFor();
    await state(clerk.page, "console-queue-in-progress");
    await back.click();
    await button(clerk.page, "Gesprek beëindigen").click();
    await clerk.page.getByRole("dialog").waitFor();
    await state(clerk.page, "console-end-dialog");
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await heading(page, "Het gesprek is afgelopen");
    await heading(page, "Hoe ging het?");
    await state(page, "ended-survey");
    await button(page, "Verstuur uw antwoorden").click();
    await heading(page, "Kijk dit nog even na");
    await state(page, "ended-survey-missing");
    await page.getByRole("radio", { name: "Heel gemakkelijk", exact: true }).check();
    await page.getByRole("radio", { name: "Ja" }).check();
    await button(page, "Verstuur uw antwoorden").click();
    await page.getByText("We hebben uw antwoorden goed gekregen.").waitFor();
    await state(page, "ended-thanks");

    await heading(clerk.page, /afronden$/);
    await state(clerk.page, "console-outcome");
    await clerk.page.getByLabel(/Andere links in de mail/).fill("geen adres");
    await button(clerk.page, "Opslaan en naar de wachtrij").click();
    await heading(clerk.page, "Kijk dit nog even na");
    await state(clerk.page, "console-outcome-wrong");
    await button(clerk.page, "Later afronden").click();
    const finish = button(clerk.page, /^Rond het gesprek/);
    await finish.waitFor();
    await state(clerk.page, "console-queue-to-finish");
    await finish.click();
    await clerk.page.getByRole("radio", { name: /Geholpen/ }).check();
    await button(clerk.page, "Opslaan en naar de wachtrij").click();
    await clerk.page.getByText(`Het gesprek met ${name} is afgerond.`).waitFor();
    await state(clerk.page, "console-outcome-saved");
    expectNoFaults();
  });

  it("removed, replaced, and a clerk whose call went elsewhere", async () => {
    const { citizen, clerk, link, name } = await meet(stage, "Rosa Removed");
    const other = await stage.enter();
    await rememberDevices(other);
    await other.page.goto(link);
    await button(other.page, "Terug naar het gesprek").click();
    await button(clerk.page, "Laat dit toestel toe").click();
    await heading(citizen.page, "Het gesprek gaat verder op een ander toestel");
    await state(citizen.page, "replaced");
    await expectMovingVideo(clerk.page);
    const tab = await clerk.context.newPage();
    await tab.goto(`${stage.stack.publicUrl}/console`);
    await button(tab, `Terug naar het gesprek met ${name}`).click();
    await heading(clerk.page, "Dit gesprek is open in een ander tabblad");
    await state(clerk.page, "console-call-replaced");
    await button(clerk.page, "Neem het gesprek hier over").click();
    await button(clerk.page, `Verwijder ${name}`).click();
    await clerk.page.getByRole("dialog").waitFor();
    await state(clerk.page, "console-remove-dialog");
    await button(clerk.page, "Verwijderen").last().click();
    await heading(other.page, "U bent niet meer in het gesprek");
    await state(other.page, "removed");
    await clerk.page.getByText("kan niet terug").waitFor();
    await state(clerk.page, "console-call-removed");
    expectNoFaults();
  });

  it("an administrator's welcome, by keyboard, and a link that works no more", async () => {
    const link = await welcomeLink(stage.stack, "beheer@voorbeeldegem.example");
    const { page } = await stage.enter();
    const keys = keyboardOf(page);
    await page.goto(link);
    await heading(page, "Welkom bij de balie van Gemeente Voorbeeldegem");
    await state(page, "welcome");
    await keys.press("button", "Opslaan en aanmelden");
    await heading(page, "Kijk dit nog even na");
    await keys.expectFocus();
    await state(page, "welcome-missing");
    await keys.press("link", "Vul uw naam in.");
    await keys.type("Uw naam", "Bea Beheer");
    await keys.type("Kies een wachtwoord", "elf tekens!");
    await keys.press("checkbox", "Toon het wachtwoord", "Space");
    await page.getByText("Uw wachtwoord is te kort.").first().waitFor();
    await state(page, "welcome-too-short");
    await page.getByLabel("Kies een wachtwoord").fill("");
    await keys.type("Kies een wachtwoord", "paard batterij nietje");
    await keys.press("button", "Opslaan en aanmelden");
    await heading(page, /^Wachtrij · .*Burgerzaken/);
    await page.goto(link);
    await heading(page, "Deze link werkt niet");
    await page.getByText("Deze link is al gebruikt.").waitFor();
    await state(page, "welcome-used");

    await ask(stage.stack, "update clerk set role = 'clerk' where email like 'beheer@%'");
    await keys.press("link", "Naar aanmelden");
    await page.getByText("U hebt nog geen loket.").waitFor();
    await state(page, "console-no-counters");
    for (const [language, { deadTitle }] of [
      ["fr", welcomeFr],
      ["de", welcomeDe],
      ["en", welcomeEn],
    ] as const) {
      await page.goto(`${link}?lang=${language}`);
      await heading(page, deadTitle);
      await state(page, `welcome-used-${language}`);
    }
    expectNoFaults();
  });

  it("the whole path by keyboard alone, citizen and clerk", async () => {
    const name = "Kobe Keys";
    const [one, two] = [await stage.enter(), await stage.enter()];
    const [citizen, clerk] = [keyboardOf(one.page), keyboardOf(two.page)];

    await one.page.goto(stage.stack.publicUrl);
    await citizen.press("button", /Een zaal huren/);
    await citizen.expectFocus();
    await citizen.press("radio", /^\d\d:\d\d/, "Space");
    if (!(await (await firstTime(one.page)).isChecked())) await citizen.arrow("ArrowDown");
    await citizen.press("button", "Verder");
    await citizen.expectFocus();
    await citizen.press("button", "Verder");
    await heading(one.page, "Kijk dit nog even na");
    await citizen.expectFocus();
    await citizen.press("link", "Vul uw voornaam en naam in.");
    await citizen.type("Uw naam", name);
    await citizen.type("Uw e-mailadres", addressOf(name));
    await citizen.type(/Wat is uw vraag/, "Kan het zonder muis?");
    await citizen.press("button", "Verder");
    await heading(one.page, "Klopt alles?");
    await citizen.expectFocus();
    await citizen.press("button", "Maak de afspraak");
    await heading(one.page, "Uw afspraak is gemaakt");
    await citizen.expectFocus();
    await citizen.press("link", "Bekijk uw afspraak");
    await citizen.press("button", "Naar de wachtkamer");
    await heading(one.page, "Test uw camera en microfoon");
    await citizen.expectFocus();
    await citizen.press("button", "Test camera en microfoon");
    await one.page.getByText("Goed zo, we horen u.").waitFor();
    await citizen.expectFocus();
    await citizen.press("button", "Naar de wachtkamer");
    await heading(one.page, "Wachtkamer");
    await citizen.expectFocus();

    await two.page.goto(`${stage.stack.publicUrl}/console`);
    await clerk.type("E-mailadres", stage.stack.clerk.email);
    await clerk.type("Wachtwoord", stage.stack.clerk.password);
    await clerk.press("button", "Aanmelden");
    await heading(two.page, /^Wachtrij/);
    await clerk.expectFocus();
    await clerk.press("button", `Laat ${name} binnen`);
    await Promise.all([expectMovingVideo(one.page), expectMovingVideo(two.page)]);
    await Promise.all([citizen.expectFocus(), clerk.expectFocus()]);

    await clerk.type("Uw bericht", "Dag Kobe.");
    await two.page.keyboard.press("Enter");
    await one.page.getByText("1 nieuw bericht").waitFor({ state: "attached" });
    await citizen.press("button", /Chat openen/);
    await citizen.expectFocus();
    await citizen.type("Uw bericht", "Dag mevrouw.");
    await citizen.press("button", "Verstuur", "Space");
    await two.page.getByRole("log").getByText("Dag mevrouw.").waitFor();
    await citizen.press("button", "Microfoon uitzetten", "Space");
    await two.page.getByRole("list", { name: "In dit gesprek" }).getByText("microfoon uit").waitFor();
    await citizen.expectFocus();
    await citizen.press("button", "Ophangen");
    await heading(one.page, "U hebt opgehangen");
    await citizen.expectFocus();
    await citizen.press("button", "Terug naar het gesprek");
    await Promise.all([expectMovingVideo(one.page), expectMovingVideo(two.page)]);
    await citizen.expectFocus();

    await clerk.press("button", "Gesprek beëindigen");
    await clerk.press("button", "Annuleren");
    await two.page.getByRole("dialog").waitFor({ state: "hidden" });
    await clerk.expectFocusOn("button", "Gesprek beëindigen");
    await clerk.press("button", "Gesprek beëindigen");
    await clerk.press("button", "Beëindigen voor iedereen");
    await heading(two.page, /afronden$/);
    await clerk.expectFocus();
    await clerk.press("radio", /Geholpen/, "Space");
    await clerk.arrow("ArrowDown");
    await clerk.arrow("ArrowUp");
    expect(await two.page.getByRole("radio", { name: /Geholpen/ }).isChecked()).to.equal(true);
    await clerk.type(/Bericht aan de bezoeker/, "Tot ziens.");
    await clerk.press("button", "Opslaan en naar de wachtrij");
    await two.page.getByText(`Het gesprek met ${name} is afgerond.`).waitFor();
    await clerk.expectFocus();

    await heading(one.page, "Hoe ging het?");
    await citizen.expectFocus();
    await citizen.press("radio", "Heel gemakkelijk", "Space");
    await citizen.arrow("ArrowDown");
    await citizen.press("radio", "Ja", "Space");
    await citizen.press("button", "Verstuur uw antwoorden");
    await heading(one.page, "Bedankt");
    await citizen.expectFocus();
    await citizen.press("button", "Wijzig uw antwoorden");
    await heading(one.page, "Hoe ging het?");
    await citizen.expectFocus();
    console.log(`      Tab stops, each with a visible focus: ${citizen.stops + clerk.stops}`);
  });

  it("French, German and English: the booking page, the appointment page, and the mail of a French booking", async () => {
    const link = await bookByRequest(stage.stack, { name: "Lotte Languages", inDays: 1 });
    for (const [language, booking, appointment] of [
      ["fr", bookingFr, appointmentFr],
      ["de", bookingDe, appointmentDe],
      ["en", bookingEn, appointmentEn],
    ] as const) {
      const { page } = await stage.enter();
      await page.goto(`${stage.stack.publicUrl}/?lang=${language}`);
      await heading(page, booking.title);
      await button(page, new RegExp(booking.aboutMinutes.split("{minutes}")[0]!))
        .first()
        .waitFor();
      expect(await page.getAttribute("html", "lang")).to.equal(language);
      await state(page, `book-service-${language}`);
      await page.goto(`${link}?lang=${language}`);
      await heading(page, appointment.title);
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
    await heading(page, bookingFr.bookedTitle);
    const mail = await waitForMail(stage.stack.mailUrl, "francois@example.org", /\/a\//);
    expect(mail.text).to.contain(mailFr.confirmedLead);
    expect(linkTokenIn(linkIn(mail))).to.match(/^[\w-]{43}$/);
    expect(String(mail.html)).to.match(/<html[^>]* lang="fr"/);
    expectNoFaults();
  });
});

/** The first question to the browser is answered with no, the next with yes: as people do. A no for both is found out by asking for each. */
const refuseDevicesAtFirst = () => {
  const ask = MediaDevices.prototype.getUserMedia;
  let refusals = 3;
  MediaDevices.prototype.getUserMedia = function (wanted) {
    if (refusals === 0) return ask.call(this, wanted);
    refusals--;
    return Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  };
};
