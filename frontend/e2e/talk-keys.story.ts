import { expect } from "chai";
import type { Page } from "playwright-core";
import { faultsOf } from "./support/axe.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectAudible, expectSilence } from "./support/media.ts";
import { meet, setStage } from "./support/stage.ts";

/** The clerk's microphone by key, measured where it counts: in what the citizen receives. */
describe("the clerk's microphone by key", function () {
  this.timeout(120_000);
  const stage = setStage();
  const controls = (page: Page) => page.getByRole("region", { name: "Bediening van het gesprek" });
  const turnOn = (page: Page) => controls(page).getByRole("button", { name: "Microfoon aanzetten" });
  const turnOff = (page: Page) => controls(page).getByRole("button", { name: "Microfoon uitzetten" });
  const saidOff = (page: Page) =>
    page.getByRole("list", { name: "In dit gesprek" }).getByText("microfoon uit", { exact: false });

  it("off and on by Ctrl + Shift + M, also while typing, and said", async () => {
    const { citizen, clerk } = await meet(stage, "Mia Muis");
    await expectAudible(citizen.page);
    const keyboard = keyboardOf(clerk.page);
    await keyboard.type("Uw bericht", "Dag");
    await clerk.page.keyboard.press("Control+Shift+M");
    await clerk.page.getByRole("status").getByText("Uw microfoon staat uit.").waitFor();
    await saidOff(citizen.page).waitFor();
    expect(await clerk.page.getByRole("textbox", { name: "Uw bericht" }).inputValue()).to.equal("Dag");
    await clerk.page.keyboard.press("Control+Shift+M");
    await clerk.page.getByRole("status").getByText("Uw microfoon staat aan.").waitFor();
    await saidOff(citizen.page).waitFor({ state: "detached" });
    await expectAudible(citizen.page);
    expect(clerk.faults).to.deep.equal([]);
  });

  it("talks for as long as the button or the keys are held, and no longer when the window is left", async () => {
    const { citizen, clerk } = await meet(stage, "Piet Prater");
    const { page } = clerk;
    await turnOff(page).click();
    await expectSilence(citizen.page);
    const hold = controls(page).getByRole("button", { name: "Houd vast om te praten" });
    const talking = controls(page).getByRole("button", { name: "U praat nu" });
    expect(await faultsOf(page, "talk-keys")).to.deep.equal([]);

    await hold.hover();
    await page.mouse.down();
    await talking.waitFor();
    await expectAudible(citizen.page);
    await page.mouse.up();
    await hold.waitFor();
    await expectSilence(citizen.page);

    await page.keyboard.down("Control");
    await page.keyboard.down("Space");
    await talking.waitFor();
    await expectAudible(citizen.page);
    expect(await faultsOf(page, "talk-keys-held")).to.deep.equal([]);
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await hold.waitFor();
    await expectSilence(citizen.page);
    await page.keyboard.up("Space");
    await page.keyboard.up("Control");

    await keyboardOf(page).to("button", "Houd vast om te praten");
    await page.keyboard.down("Space");
    await talking.waitFor();
    await expectAudible(citizen.page);
    await page.keyboard.up("Space");
    await hold.waitFor();

    // Faster than a device switches: it ends as the hand left it.
    for (let turn = 0; turn < 10; turn++) await page.keyboard.press("Control+Space");
    await turnOn(page).waitFor();
    await expectSilence(citizen.page);
    expect(clerk.faults).to.deep.equal([]);
  });
});
