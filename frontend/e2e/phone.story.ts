import { expect } from "chai";
import type { Page } from "playwright-core";
import { faultsOf } from "./support/axe.ts";
import { ask } from "./support/database.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectMovingVideo } from "./support/media.ts";
import { comeToWait, meet, setStage } from "./support/stage.ts";

/** Where video cannot be had the same appointment goes on by phone. */
describe("by phone when video fails", function () {
  this.timeout(120_000);
  const stage = setStage();
  const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 }).waitFor();
  const askToBePhoned = async (page: Page, number: string) => {
    await page.getByRole("button", { name: "Liever met de telefoon?" }).click();
    await page.getByLabel("Op welk nummer mogen we u bellen?").fill(number);
    await page.getByRole("button", { name: "Bel mij" }).click();
  };

  it("asked in the waiting room, taken by the clerk, ended and recorded as a call by phone", async () => {
    const { citizen, name } = await comeToWait(stage, "Wim Waiting");
    const { page } = citizen;
    const keys = keyboardOf(page);
    await askToBePhoned(page, "nergens");
    await page.getByText("Vul een telefoonnummer in").waitFor();
    await keys.expectFocusOn("textbox", "Op welk nummer mogen we u bellen?");
    expect(await faultsOf(page, "phone-wrong")).to.deep.equal([]);
    await page.getByLabel("Op welk nummer mogen we u bellen?").fill("0470 12 34 56");
    await page.getByRole("button", { name: "Bel mij" }).click();
    await page.getByText("De medewerker belt u op 0470 12 34 56.").waitFor();
    await keys.expectFocus();
    expect(await faultsOf(page, "phone-asked")).to.deep.equal([]);

    const clerk = (await stage.enterClerk()).page;
    const card = clerk.locator(".console-card").filter({ hasText: name });
    await card.getByText("Vraagt om gebeld te worden: 0470 12 34 56").waitFor();
    expect(await faultsOf(clerk, "phone-queue")).to.deep.equal([]);
    await card.getByRole("button", { name: "Ga verder met de telefoon" }).click();
    await heading(clerk, `Gesprek met ${name} met de telefoon`);
    expect(await clerk.getByRole("link", { name: "0470 12 34 56" }).getAttribute("href")).to.equal("tel:0470123456");
    expect(await faultsOf(clerk, "phone-clerk")).to.deep.equal([]);
    await heading(page, "Het gesprek gaat verder met de telefoon");
    await page.getByText("U spreekt met An Peeters.").waitFor();
    expect(await faultsOf(page, "phone-citizen")).to.deep.equal([]);
    await page.reload();
    await heading(page, "Het gesprek gaat verder met de telefoon");

    await clerk.getByRole("button", { name: "Gesprek beëindigen" }).click();
    await clerk.getByRole("button", { name: "Beëindigen voor iedereen" }).click();
    await heading(clerk, /afronden$/);
    await heading(page, "Het gesprek is afgelopen");
    const [row] = await ask(
      stage.stack,
      `select m.medium, m.status from meeting m join appointment a on a.id = m.appointment_id where a.citizen_name = '${name}'`,
    );
    expect(row).to.deep.equal({ medium: "phone", status: "ended" });
  });

  it("taken back before anybody phoned", async () => {
    const { citizen, name } = await comeToWait(stage, "Tom Back");
    const keys = keyboardOf(citizen.page);
    await keys.press("button", "Liever met de telefoon?");
    await keys.expectFocusOn("textbox", "Op welk nummer mogen we u bellen?");
    await keys.press("button", "Annuleren");
    await citizen.page.getByRole("button", { name: "Liever met de telefoon?" }).waitFor();
    await keys.expectFocus();
    await askToBePhoned(citizen.page, "+32 470 12 34 56");
    const clerk = (await stage.enterClerk()).page;
    const card = clerk.locator(".console-card").filter({ hasText: name });
    await card.getByText("Vraagt om gebeld te worden").waitFor();
    await citizen.page.getByRole("button", { name: "Bel mij toch niet" }).click();
    await card.getByText("Vraagt om gebeld te worden").waitFor({ state: "hidden" });
    await citizen.page.getByRole("button", { name: "Liever met de telefoon?" }).waitFor();
    await keys.expectFocus();
  });

  it("out of a call whose line failed: devices are let go, and video comes back when the clerk wants", async () => {
    const { citizen, clerk, name } = await meet(stage, "Lieve Line");
    const { page } = citizen;
    await citizen.context.setOffline(true);
    await page.getByText("De verbinding hapert.").waitFor();
    await citizen.context.setOffline(false);
    await askToBePhoned(page, "0470 12 34 56");
    await clerk.page.getByRole("button", { name: "Ga verder met de telefoon" }).click();
    await heading(page, "Het gesprek gaat verder met de telefoon");
    await page.waitForFunction(() => document.querySelectorAll("video, audio").length === 0);
    await heading(clerk.page, `Gesprek met ${name} met de telefoon`);

    await clerk.page.getByRole("button", { name: "Ga verder met video" }).click();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
  });
});
