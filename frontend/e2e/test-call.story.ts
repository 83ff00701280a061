import { expect } from "chai";
import type { Page } from "playwright-core";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { setPhoneStage } from "./support/phone.ts";
import { an, karim } from "./support/stage.ts";

describe("a test call from the roster", function () {
  this.timeout(120_000);
  const { stage, setRoster, untilLegs, dialled } = setPhoneStage();
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

  before(() => ask(stage.stack, "update clerk set role = 'admin' where email = any($1)", [[an.email, karim.email]]));

  const openRoster = async (who?: typeof an) => {
    const person = await stage.enterClerk(who);
    await person.page.getByRole("link", { name: "Tolken" }).click();
    await person.page.getByRole("heading", { name: "Tolken", level: 1 }).waitFor();
    return person;
  };

  it("rings, says each step to both administrators, hangs up by itself, and stands on the roster", async () => {
    await setRoster({ name: "Ayşe Demir", digits: "09" }, { name: "Jan Maes", digits: "02" });
    const [person, other] = [await openRoster(), await openRoster(karim)];
    const { page } = person;
    const keys = keyboardOf(page);
    await keys.press("button", "Proefoproep (Ayşe Demir)");
    await page.getByRole("dialog", { name: "Ayşe Demir nu bellen?" }).waitFor();
    await state(page, "test-call-asked");
    await keys.press("button", "Bel nu");
    await row(page, "Ayşe Demir").getByText("Proefoproep: we bellen…").waitFor();
    await row(other.page, "Ayşe Demir").getByText("Proefoproep: we bellen…").waitFor();
    await keys.expectFocus();
    await row(page, "Ayşe Demir").getByText("Proefoproep: er is opgenomen, we hangen zo op").waitFor();
    await page
      .getByRole("status")
      .getByText("Proefoproep naar Ayşe Demir: er is opgenomen, we hangen zo op")
      .waitFor({ state: "attached" });
    await state(page, "test-call-connected");
    await row(page, "Ayşe Demir").getByText("Proefoproep: er is opgenomen", { exact: true }).waitFor();
    await row(other.page, "Ayşe Demir").getByText("Proefoproep: er is opgenomen", { exact: true }).waitFor();
    await untilLegs(0);
    await page.reload();
    await row(page, "Ayşe Demir")
      .getByText(/^Laatste proefoproep op .+: er is opgenomen$/)
      .waitFor();
    await state(page, "test-call-over");
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(360);
    expect(dialled).to.have.length(1);
    expectNoFaults([person, other]);
  });

  it("is hung up by the other administrator while it rings, outlives a reload, and says why it can't be made", async () => {
    await setRoster({ name: "Bea Maes", digits: "02" }, { name: "Ver Weg", digits: "", address: "+33612345600" });
    const [person, other] = [await openRoster(), await openRoster(karim)];
    const { page } = person;
    await button(page, "Proefoproep (Bea Maes)").click();
    await button(page, "Bel nu").click();
    await button(page, "Hang op (Bea Maes)").waitFor();
    await page.reload();
    await button(other.page, "Hang op (Bea Maes)").click();
    await row(other.page, "Bea Maes").getByText("Proefoproep: gestopt").waitFor();
    await button(page, "Proefoproep (Bea Maes)").waitFor();
    await untilLegs(0);
    await button(page, "Proefoproep (Ver Weg)").click();
    await button(page, "Bel nu").click();
    await page.getByRole("dialog").getByText("Dit nummer mag hier niet gebeld worden.").waitFor();
    await state(page, "test-call-refused");
    await button(page, "Annuleer").click();
    expect(dialled).to.have.length(1);
    expectNoFaults([person, other]);
  });
});
