import { addressOf, bookByRequest } from "./support/api.ts";
import { book, chooseAnotherDay, say, signIn } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { expectMovingVideo } from "./support/media.ts";
import { button, heading } from "./support/roles.ts";
import { meet, rememberDevices, setStage } from "./support/stage.ts";

/** WCAG 2.2 AA by axe, at 1280 and 360 pixels, without sideways scrolling down to 320. By keyboard: keyboard.story.ts. */
describe("everybody gets through", function () {
  this.timeout(180_000);
  const stage = setStage();
  const { state, expectNoFaults } = gatherFaults();

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
    await heading(page, "Kijk dit nog even na").waitFor();
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
    await heading(page, "Kijk dit nog even na").waitFor();
    await state(page, "book-details-wrong");
    await page.getByLabel("Uw naam").fill("Els Janssens-Vandenbroucke");
    await page.getByLabel("Naam van die persoon").fill("Magda Janssens-Vandenbroucke");
    await page.getByLabel("Uw e-mailadres").fill("els.janssens-vandenbroucke@voorbeeldegem-centrum.example.org");
    await page.getByLabel(/Uw telefoonnummer/).fill("0470 12 34 56");
    await page.getByLabel(/Wat is uw vraag/).fill("Mijn zus zoekt een zaal. Zij hoort niet goed, en ik ook niet.");
    await button(page, "Verder").click();
    await heading(page, "Klopt alles?").waitFor();
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
    await heading(page, "Uw afspraak is gemaakt").waitFor();
    await state(page, "book-booked");
    expectNoFaults();
  });

  it("books anew in the tab of a booking that was cancelled", async () => {
    const { page } = await stage.enter();
    await book(page, stage.stack, { name: "Anna Anew", email: addressOf("Anna Anew") }, "Kan het ook later?");
    await page.getByRole("link", { name: "Bekijk uw afspraak" }).click();
    await button(page, "Annuleer de afspraak").click();
    await button(page, "Ja, annuleer de afspraak").click();
    await page.getByRole("link", { name: "Maak een nieuwe afspraak" }).click();
    await heading(page, "Maak een afspraak met video").waitFor();
    await button(page, /Een zaal huren/).waitFor();
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
    await heading(page, "Kijk dit nog even na").waitFor();
    await state(page, "appointment-move-missing");
    await time.check();
    await button(page, "Verplaats de afspraak").click();
    await page.getByText("Uw afspraak is verplaatst.").waitFor();
    await state(page, "appointment-moved");
    await button(page, "Test uw camera en geluid").click();
    await heading(page, "Test uw camera en microfoon").waitFor();
    await state(page, "appointment-early-check");
    await page.reload();
    await button(page, "Annuleer de afspraak").click();
    await page.getByRole("dialog").waitFor();
    await state(page, "appointment-cancel-dialog");
    await button(page, "Ja, annuleer de afspraak").click();
    await heading(page, "Deze afspraak is geannuleerd").waitFor();
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
    await heading(page, "Deze afspraak is voorbij").waitFor();
    await state(page, "appointment-over");
    await page.goto(`${stage.stack.publicUrl}/a/${"x".repeat(43)}`);
    await heading(page, "We vinden deze afspraak niet").waitFor();
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
    await heading(clerk.page, "Kijk dit nog even na").waitFor();
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
    await heading(page, "We kunnen uw camera en microfoon niet gebruiken").waitFor();
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
    await heading(page, "Wachtkamer").waitFor();
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
    await heading(page, "Dit gesprek is open in een ander tabblad").waitFor();
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
    await heading(other.page, "U bent niet binnengelaten").waitFor();
    await state(other.page, "turned-away");

    await button(page, "Ophangen").click();
    await heading(page, "U hebt opgehangen").waitFor();
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
    await heading(page, "Het gesprek is afgelopen").waitFor();
    await heading(page, "Hoe ging het?").waitFor();
    await state(page, "ended-survey");
    await button(page, "Verstuur uw antwoorden").click();
    await heading(page, "Kijk dit nog even na").waitFor();
    await state(page, "ended-survey-missing");
    await page.getByRole("radio", { name: "Heel gemakkelijk", exact: true }).check();
    await page.getByRole("radio", { name: "Ja" }).check();
    await button(page, "Verstuur uw antwoorden").click();
    await page.getByText("We hebben uw antwoorden goed gekregen.").waitFor();
    await state(page, "ended-thanks");

    await heading(clerk.page, /afronden$/).waitFor();
    await state(clerk.page, "console-outcome");
    await clerk.page.getByLabel(/Andere links in de mail/).fill("geen adres");
    await button(clerk.page, "Opslaan en naar de wachtrij").click();
    await heading(clerk.page, "Kijk dit nog even na").waitFor();
    await state(clerk.page, "console-outcome-wrong");
    await button(clerk.page, "Later afronden").click();
    const finish = button(clerk.page, /^Rond het gesprek/);
    await finish.waitFor();
    await state(clerk.page, "console-queue-to-finish");
    await finish.click();
    // What was typed waited for them.
    await clerk.page.getByLabel(/Andere links in de mail/).fill("");
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
    await heading(citizen.page, "Het gesprek gaat verder op een ander toestel").waitFor();
    await state(citizen.page, "replaced");
    await expectMovingVideo(clerk.page);
    const tab = await clerk.context.newPage();
    await tab.goto(`${stage.stack.publicUrl}/console`);
    await button(tab, `Terug naar het gesprek met ${name}`).click();
    await heading(clerk.page, "Dit gesprek is open in een ander tabblad").waitFor();
    await state(clerk.page, "console-call-replaced");
    await button(clerk.page, "Neem het gesprek hier over").click();
    await button(clerk.page, `Verwijder ${name}`).click();
    await clerk.page.getByRole("dialog").waitFor();
    await state(clerk.page, "console-remove-dialog");
    await button(clerk.page, "Verwijderen").last().click();
    await heading(other.page, "U bent niet meer in het gesprek").waitFor();
    await state(other.page, "removed");
    await clerk.page.getByText("kan niet terug").waitFor();
    await state(clerk.page, "console-call-removed");
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
