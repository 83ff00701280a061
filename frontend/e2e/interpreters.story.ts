import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { an, karim, setStage } from "./support/stage.ts";

describe("the roster of interpreters", function () {
  this.timeout(120_000);
  const stage = setStage();
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1, exact: true });
  const rows = (page: Page) => page.getByRole("row").filter({ hasNot: page.getByRole("columnheader") });
  const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
  const told = (page: Page, text: string) => page.getByRole("status").getByText(text, { exact: true }).waitFor();

  before(() => ask(stage.stack, "update clerk set role = 'admin' where email = $1", [an.email]));
  beforeEach(() => ask(stage.stack, "delete from interpreter"));

  const openRoster = async () => {
    const person = await stage.enterClerk();
    await person.page.getByRole("link", { name: "Tolken" }).click();
    await heading(person.page, "Tolken").waitFor();
    return person;
  };
  const send = async (page: Page, text: string | Buffer) => {
    await page.getByLabel("Bestand", { exact: true }).setInputFiles({
      ...{ name: "tolken.csv", mimeType: "text/csv", buffer: Buffer.from(text as string) },
    });
    await button(page, "Lees in").click();
  };

  it("an administrator adds somebody by the form, and is told what is missing", async () => {
    const person = await openRoster();
    const { page } = person;
    await page.getByText("Er staan nog geen tolken op de lijst.").waitFor();
    await state(page, "roster-empty");
    await button(page, "Voeg een tolk toe").click();
    await heading(page, "Een tolk toevoegen").waitFor();
    await state(page, "roster-form");
    await page.getByRole("radio", { name: "Op vaste uren" }).check();
    await page.getByRole("button", { name: "Voeg uren toe" }).click();
    await page.getByRole("group", { name: "Uren 2" }).getByLabel("Van").fill("18:00");
    await page.getByLabel("Talen", { exact: true }).fill("Turkz");
    await button(page, "Bewaar").click();
    const summary = page.getByRole("alert").filter({ hasText: "Kijk dit nog even na" });
    for (const text of [
      "Vul de naam in.",
      "We kennen de taal “Turkz” niet. Kies er een uit de lijst.",
      "Vul het nummer in.",
      "Vul bij uren 2 in van wanneer tot wanneer. Tot is later dan van.",
    ])
      await summary.getByText(text).waitFor();
    await state(page, "roster-form-faults");

    await page.getByLabel("Naam").fill("Ayşe Demir");
    await page.getByLabel("Talen", { exact: true }).fill("turks");
    await page.keyboard.press("Enter");
    await page.getByLabel("Talen", { exact: true }).fill("Vlaamse Gebarentaal");
    await button(page, "Voeg toe").click();
    await button(page, "Haal Turks weg").waitFor();
    await page.getByLabel("Nummer", { exact: true }).fill("0032 (0)470 12 34 56");
    await page.getByLabel("Bureau").fill("Het Bureau");
    await page.getByLabel("Klantcode").fill("0042#");
    await button(page, "Haal uren 2 weg").click();
    await page.getByLabel("Tot", { exact: true }).fill("00:00");
    await page.getByLabel("Eerste dag").fill("2026-12-24");
    await page.getByLabel("Laatste dag").fill("2999-12-31");
    await button(page, "Bewaar").click();
    await told(page, "Ayşe Demir staat op de lijst.");
    const text = await row(page, "Ayşe Demir").textContent();
    for (const part of [
      ...["Het Bureau", "Turks, Vlaamse Gebarentaal", "+32470123456", "ma–vr 09:00–24:00", "100"],
      "Afwezig van 24 december 2026 tot en met 31 december 2999",
    ])
      expect(text).to.include(part);
    await state(page, "roster-list");

    await button(page, "Wijzig Ayşe Demir").click();
    await heading(page, "Ayşe Demir wijzigen").waitFor();
    expect(await page.getByLabel("Klantcode").inputValue()).to.equal("0042#");
    await page.getByLabel("Laatste dag").fill("2026-12-23");
    await button(page, "Bewaar").click();
    await page.getByRole("link", { name: "De laatste dag komt voor de eerste." }).click();
    await page.getByLabel("Eerste dag").fill("");
    await page.getByLabel("Laatste dag").fill("");
    await button(page, "Bewaar").click();
    await told(page, "Ayşe Demir is gewijzigd.");
    expect(await row(page, "Ayşe Demir").textContent()).to.include("Wordt gebeld");

    await button(page, "Voeg een tolk toe").click();
    await page.getByLabel("Naam").fill("Ayşe Demir");
    await page.getByLabel("Talen", { exact: true }).fill("tr");
    await page.getByLabel("Nummer", { exact: true }).fill("+32470123456");
    await button(page, "Bewaar").click();
    await page.getByText("Er staat al een tolk met deze naam en dit nummer op de lijst.").waitFor();
    await button(page, "Annuleer").click();
    await page.getByText("1 tolk", { exact: true }).waitFor();
    expectNoFaults([person]);
  });

  it("a file with one fault changes nothing; mended it comes in, and goes out again as it came", async () => {
    const person = await openRoster();
    const { page } = person;
    const file = [
      "Naam;Talen;Nummer;Uren;Klantcode",
      "Ayşe Demir;Turks, Koerdisch;0032 470 12 34 56;ma-vr 9u-17u;",
      "Jan Maes;vgt;0470 12 34 57;;'0042",
    ].join("\r\n");
    await button(page, "Lees een bestand in").click();
    await heading(page, "Een bestand inlezen").waitFor();
    await page.getByText("Een voorbeeld").click();
    await page.getByRole("region", { name: "Voorbeeld van een bestand" }).waitFor();
    await state(page, "roster-import");
    await button(page, "Lees in").click();
    await page.getByText("Kies een bestand.").waitFor();
    await send(page, Buffer.alloc(2 * 1024 * 1024 + 1));
    await page.getByText("Dit bestand is groter dan 2 MB.").waitFor();
    await send(page, Buffer.from(`${file}\r\nJosé;es;+32470123459`, "latin1"));
    await page.getByText("Dit is geen UTF-8. Bewaar het bestand als “CSV UTF-8”.").waitFor();
    await send(page, file);
    const fault = page.getByRole("alert").filter({ hasText: "Er is niets gewijzigd" });
    await fault
      .getByText(
        "Regel 3, kolom Nummer: “0470 12 34 57” is geen nummer met de code van het land. Schrijf het zoals tel:+32470123456.",
      )
      .waitFor();
    expect(await fault.getByRole("listitem").count()).to.equal(1);
    await state(page, "roster-import-faults");
    expect(await ask(stage.stack, "select 1 from interpreter")).to.deep.equal([]);

    await send(page, file.replace("0470 12 34 57", "+32 470 12 34 57"));
    await told(page, "Het bestand is ingelezen. Nieuw: 2. Gewijzigd: 0. Al juist: 0.");
    await row(page, "Jan Maes").getByText("Vlaamse Gebarentaal").waitFor();
    expect(await rows(page).count()).to.equal(2);
    await state(page, "roster-imported");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Bewaar de lijst als bestand" }).click(),
    ]);
    expect(download.suggestedFilename()).to.match(/^interpreters-\d{4}-\d\d-\d\d\.csv$/);
    const saved = readFileSync((await download.path())!);
    expect(saved.toString()).to.include(`"Jan Maes";"vgt";"tel:+32470123457";;"nl";;;"'0042"`);
    await button(page, "Lees een bestand in").click();
    await send(page, saved);
    await told(page, "Het bestand is ingelezen. Nieuw: 0. Gewijzigd: 0. Al juist: 2.");
    expectNoFaults([person]);
  });

  it("made inactive and active again by one click, searched, and taken off the list", async () => {
    const person = await openRoster();
    const { page } = person;
    await button(page, "Lees een bestand in").click();
    await send(page, "Naam;Talen;Nummer\nAyşe Demir;tr;+32470123456\nJan Maes;vgt;+32470123457\n");
    await told(page, "Het bestand is ingelezen. Nieuw: 2. Gewijzigd: 0. Al juist: 0.");
    await button(page, "Niet meer bellen (Jan Maes)").click();
    await told(page, "Jan Maes wordt niet meer gebeld.");
    expect(await row(page, "Jan Maes").textContent()).to.include("Wordt niet gebeld");
    expect(await ask(stage.stack, "select name from interpreter where not is_active")).to.deep.equal([
      { name: "Jan Maes" },
    ]);
    await keyboardOf(page).expectFocusOn("button", "Weer bellen (Jan Maes)");
    await state(page, "roster-inactive");
    await page.keyboard.press("Enter");
    await told(page, "Jan Maes wordt weer gebeld.");

    await page.getByLabel("Zoek op naam, taal of bureau").fill("gebaren");
    await page.getByText("1 tolk", { exact: true }).waitFor();
    expect(await rows(page).allInnerTexts()).to.have.lengthOf(1);
    await page.getByLabel("Zoek op naam, taal of bureau").fill("Swahili");
    await page.getByText("Niemand op de lijst past bij “Swahili”.").waitFor();
    await state(page, "roster-none-found");
    await page.getByLabel("Zoek op naam, taal of bureau").fill("");

    await button(page, "Wijzig Jan Maes").click();
    await button(page, "Haal van de lijst").click();
    await page.getByRole("dialog", { name: "Jan Maes van de lijst halen?" }).waitFor();
    await state(page, "roster-remove");
    await button(page, "Ja, haal weg").click();
    await told(page, "Jan Maes is van de lijst gehaald.");
    expect(await rows(page).count()).to.equal(1);
    expectNoFaults([person]);
  });

  it("goes by keyboard alone, and what is filled in outlives the session", async () => {
    const person = await openRoster();
    const { page } = person;
    const keys = keyboardOf(page);
    await keys.press("button", "Voeg een tolk toe");
    await keys.expectFocus();
    await keys.type("Naam", "Kaat Toets");
    await keys.to("combobox", "Talen");
    await page.keyboard.type("Frans");
    await page.keyboard.press("Enter");
    await keys.type(/^Nummer/, "+32470123458");
    await ask(stage.stack, "delete from clerk_session");
    stage.forgetSessions();
    await keys.press("button", "Bewaar");
    const dialog = page.getByRole("dialog", { name: "Opnieuw aanmelden" });
    await dialog.waitFor();
    await state(page, "roster-session-over");
    await keys.type("E-mailadres", an.email);
    await keys.type("Wachtwoord", stage.stack.clerk.password);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await keys.press("button", "Bewaar");
    await told(page, "Kaat Toets staat op de lijst.");
    await keys.expectFocus();
    expectNoFaults([person]);
  });

  it("is not shown to other clerks, who have no way to it either; and asks who comes to sign in", async () => {
    const clerk = await stage.enterClerk(karim);
    expect(await clerk.page.getByRole("link", { name: "Tolken" }).count()).to.equal(0);
    await clerk.page.goto(`${stage.stack.publicUrl}/interpreters`);
    await clerk.page.getByText("Alleen beheerders kunnen deze lijst zien.").waitFor();
    await state(clerk.page, "roster-refused");
    const stranger = await stage.enter();
    await stranger.page.goto(`${stage.stack.publicUrl}/interpreters`);
    await stranger.page.getByLabel("E-mailadres").fill(an.email);
    await stranger.page.getByLabel("Wachtwoord").fill(stage.stack.clerk.password);
    await button(stranger.page, "Aanmelden").click();
    await heading(stranger.page, "Tolken").waitFor();
    expectNoFaults([clerk, stranger]);
  });
});
