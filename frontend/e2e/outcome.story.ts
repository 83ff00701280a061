import { expect } from "chai";
import type { Page } from "playwright-core";
import { signIn } from "./support/counter.ts";
import { button, heading } from "./support/roles.ts";
import { meet, setStage } from "./support/stage.ts";

/** A meeting is closed: its end, and what is written of it. */
describe("the end of a meeting and its outcome", function () {
  this.timeout(180_000);
  const stage = setStage();
  const askToEnd = (page: Page) => button(page, "Gesprek beëindigen").click();
  const sure = (page: Page) => button(page, "Beëindigen voor iedereen");

  it("an end that fails says so in its dialog, and there it is tried again", async () => {
    const { clerk, citizen, name } = await meet(stage, "Fien Faalt");
    const { page } = clerk;
    await page.route("**/end", (route) => route.abort());
    await askToEnd(page);
    await sure(page).click();
    const failure = page.getByRole("dialog").getByRole("alert");
    await failure.waitFor();
    await button(page, "Annuleren").click();
    await askToEnd(page);
    await sure(page).waitFor();
    expect(await failure.count(), "asked anew").to.equal(0);
    await sure(page).click();
    await failure.waitFor();
    await page.unroute("**/end");
    await sure(page).click();
    await heading(page, `Gesprek met ${name} afronden`).waitFor();
    await heading(citizen.page, "Het gesprek is afgelopen").waitFor();
  });

  it("what is typed waits for who finishes later, also after a reload; once it is saved or somebody signs out, the tab knows nothing of it", async () => {
    const { clerk, name } = await meet(stage, "Lieve Later");
    const { page } = clerk;
    const note = page.getByLabel(/Notitie voor collega’s/);
    const message = page.getByLabel(/Bericht aan de bezoeker/);
    const helped = page.getByRole("radio", { name: /Geholpen/ });
    const open = () => button(page, `Rond het gesprek met ${name} af`).click();
    const fill = async () => {
      await helped.check();
      await note.fill("Wil de kleine zaal.");
      await message.fill("U krijgt een brief.");
    };
    const expectFilled = async () => {
      expect([await note.inputValue(), await message.inputValue()]).to.deep.equal([
        "Wil de kleine zaal.",
        "U krijgt een brief.",
      ]);
      expect(await helped.isChecked()).to.equal(true);
    };
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    await askToEnd(page);
    await sure(page).click();
    await fill();
    await button(page, "Later afronden").click();
    await open();
    await expectFilled();
    await page.reload();
    await open();
    await expectFilled();

    await button(page, "Later afronden").click();
    await button(page, "Afmelden").click();
    await page.getByLabel("Wachtwoord").waitFor();
    expect(await kept(), "signed out").to.not.match(/zaal|brief/);
    stage.forgetSessions();
    await signIn(page, stage.stack);
    await open();
    expect([await note.inputValue(), await message.inputValue()]).to.deep.equal(["", ""]);

    await fill();
    expect(await kept()).to.match(/zaal.*brief/);
    await button(page, "Opslaan en naar de wachtrij").click();
    await page.getByText(`Het gesprek met ${name} is afgerond.`).waitFor();
    expect(await kept(), "saved").to.not.match(/zaal|brief/);
  });
});
