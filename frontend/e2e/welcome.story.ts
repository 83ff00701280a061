import { de } from "@balie/contract/locales/welcome/de";
import { en } from "@balie/contract/locales/welcome/en";
import { fr } from "@balie/contract/locales/welcome/fr";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { heading } from "./support/roles.ts";
import { setStage } from "./support/stage.ts";
import { welcomeLink } from "./support/welcome.ts";

describe("a welcome", function () {
  this.timeout(180_000);
  const stage = setStage();
  const { state, expectNoFaults } = gatherFaults();

  it("of an administrator, by keyboard, and a link that works no more", async () => {
    const link = await welcomeLink(stage.stack, "beheer@voorbeeldegem.example");
    const { page } = await stage.enter();
    const keys = keyboardOf(page);
    await page.goto(link);
    await heading(page, "Welkom bij de balie van Gemeente Voorbeeldegem").waitFor();
    await state(page, "welcome");
    await keys.press("button", "Opslaan en aanmelden");
    await heading(page, "Kijk dit nog even na").waitFor();
    await keys.expectFocus();
    await state(page, "welcome-missing");
    await keys.press("link", "Vul uw naam in.");
    await keys.type("Uw naam", "Bea Beheer");
    await keys.type("Kies een wachtwoord", "elf tekens!");
    await keys.press("checkbox", "Toon het wachtwoord", "Space");
    await page.getByText("Uw wachtwoord is te kort.").first().waitFor();
    await state(page, "welcome-too-short");
    await page.getByLabel("Kies een wachtwoord").fill("twaalf teken");
    await heading(page, "Kijk dit nog even na").waitFor({ state: "hidden" });
    await page.keyboard.press("Backspace");
    await heading(page, "Kijk dit nog even na").waitFor();
    await keys.expectFocusOn("textbox", "Kies een wachtwoord");
    await page.getByLabel("Kies een wachtwoord").fill("");
    await keys.type("Kies een wachtwoord", "paard batterij nietje");
    await keys.press("button", "Opslaan en aanmelden");
    await heading(page, /^Wachtrij · .*Burgerzaken/).waitFor();
    await page.goto(link);
    await heading(page, "Deze link werkt niet").waitFor();
    await page.getByText("Deze link is al gebruikt.").waitFor();
    await state(page, "welcome-used");

    await ask(stage.stack, "update clerk set role = 'clerk' where email like 'beheer@%'");
    await keys.press("link", "Naar aanmelden");
    await page.getByText("U hebt nog geen loket.").waitFor();
    await state(page, "console-no-counters");
    for (const [language, { deadTitle }] of [
      ["fr", fr],
      ["de", de],
      ["en", en],
    ] as const) {
      await page.goto(`${link}?lang=${language}`);
      await heading(page, deadTitle).waitFor();
      await state(page, `welcome-used-${language}`);
    }
    expectNoFaults();
  });
});
