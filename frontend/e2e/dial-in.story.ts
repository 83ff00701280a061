import { expect } from "chai";
import type { Page } from "playwright-core";
import { gatherFaults } from "./support/faults.ts";
import { asVoiceMenu, setPhoneStage } from "./support/phone.ts";
import { meet, type Visit } from "./support/stage.ts";

const number = "+32 9 123 45 67";
const secret = "v".repeat(48);

/** Saida brings her own interpreter, and Els somebody of a relay service: they phone the town hall. The voice menu and the gateway are stand-ins, and the leg has no sound here. */
describe("somebody dials in", function () {
  this.timeout(240_000);
  const phone = setPhoneStage({ DIAL_IN_NUMBER: number, DIAL_IN_SECRET: secret });
  const { stage, callIn, untilLegs } = phone;
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const part = ({ clerk }: Visit) => clerk.page.getByRole("region", { name: "Inbellen", exact: true });
  const reads = (visit: Visit, text: string | RegExp) => part(visit).getByText(text).first().waitFor();
  const citizenReads = ({ citizen }: Visit, text: string | RegExp) => citizen.page.getByText(text).first().waitFor();
  const openForm = async (visit: Visit) => {
    await button(visit.clerk.page, "Laat iemand inbellen").click();
    const dialog = visit.clerk.page.getByRole("dialog", { name: "Wie mag er inbellen?" });
    await dialog.waitFor();
    return dialog;
  };
  const pinOf = async (visit: Visit, heading: string): Promise<string> => {
    const one = part(visit).getByRole("region", { name: heading, exact: true });
    const shown = (await one.getByRole("definition").last().locator("[aria-hidden]").textContent()) ?? "";
    expect(shown).to.match(/^\d\d \d\d \d\d \d\d$/);
    return shown.replaceAll(" ", "");
  };
  const allowInterpreter = async (visit: Visit, name: string): Promise<string> => {
    const dialog = await openForm(visit);
    await dialog.getByLabel("Naam").fill(name);
    await dialog.getByLabel("Taal", { exact: true }).selectOption({ label: "Turks" });
    await button(visit.clerk.page, "Maak een pincode").click();
    await dialog.waitFor({ state: "hidden" });
    return pinOf(visit, `${name}, tolk: Turks`);
  };
  /** What the voice menu of the town hall's telephone asks. */
  const type = (pin: string) => asVoiceMenu(stage, secret)("", { pin });
  const turnedAway = async (room: string) =>
    expect(
      await callIn(room).then(
        () => "let in",
        (fault: Error) => fault.message,
      ),
    ).to.include("forbidden");
  const endForAll = async ({ clerk: { page } }: Visit) => {
    await button(page, "Gesprek beëindigen").click();
    await button(page, "Beëindigen voor iedereen").click();
  };

  it("an interpreter dials in: a PIN for one, who comes is read by the citizen, and the clerk closes the line", async () => {
    const visit = await meet(stage, "Saida Belt");
    const { clerk, citizen } = visit;
    const dialog = await openForm(visit);
    await state(clerk.page, "dial-in-form");
    await button(clerk.page, "Maak een pincode").click();
    await dialog.getByText("Vul een naam in.").waitFor();
    await dialog.getByText("Kies een taal.", { exact: true }).waitFor();
    await state(clerk.page, "dial-in-form-faults");
    await button(clerk.page, "Sluiten").click();
    const pin = await allowInterpreter(visit, "Ayşe Demir");
    await part(visit).getByText(number, { exact: true }).waitFor();
    const spoken = (pin.match(/../g) ?? []).join(", ");
    await part(visit)
      .getByRole("status")
      .getByText(`Ayşe Demir kan nu inbellen. Nummer: ${number}. Pincode: ${spoken}.`)
      .waitFor();
    await clerk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(clerk.page, "Kopieer nummer en code").click();
    await reads(visit, "Gekopieerd.");
    expect(await clerk.page.evaluate(() => navigator.clipboard.readText())).to.match(
      new RegExp(`^Bel \\+32 9 123 45 67\\. Toets dan de pincode ${pin}\\. Dat kan tot \\d\\d:\\d\\d\\.$`),
    );
    await state(clerk.page, "dial-in-pin");

    await clerk.page.reload();
    await button(clerk.page, "Terug naar het gesprek met Saida Belt").click();
    await button(clerk.page, "Toon de pincode").click();
    await part(visit).getByText(number, { exact: true }).waitFor();
    expect(await pinOf(visit, "Ayşe Demir, tolk: Turks")).to.equal(pin);

    const { status, room } = await type(pin);
    expect(status).to.equal(200);
    await citizenReads(visit, "We wachten op een tolk aan de telefoon: Turks.");
    await reads(visit, "Ayşe Demir belt in.");
    await button(clerk.page, /^Trek de code/).waitFor({ state: "detached", timeout: 5_000 });
    await callIn(room);
    await reads(visit, "Ayşe Demir is in het gesprek en tolkt: Turks.");
    await citizenReads(visit, "Ayşe Demir tolkt: Turks.");
    await state(clerk.page, "dial-in-clerk");
    await state(citizen.page, "dial-in-citizen");
    expect(await citizen.page.content()).to.not.match(/32470|123 45 67/);

    expect((await type(pin)).status).to.equal(404);
    await turnedAway(room);
    await untilLegs(1);
    await part(visit)
      .getByRole("button", { name: /Ayşe Demir/ })
      .click();
    await clerk.page.getByText("Weer inbellen kan alleen met een nieuwe pincode.").waitFor();
    await clerk.page.getByRole("dialog").getByRole("button").first().click();
    await untilLegs(0);
    await part(visit).getByText("Ayşe Demir is in het gesprek").waitFor({ state: "detached" });
    expectNoFaults([clerk, citizen]);
  });

  it("somebody of a relay service dials in as a helper; a PIN taken back opens nothing", async () => {
    const visit = await meet(stage, "Els Belt");
    const { clerk, citizen } = visit;
    const withdrawn = await allowInterpreter(visit, "Vera Vergist");
    await button(clerk.page, "Trek de code van Vera Vergist in").click();
    await part(visit).getByText("Vera Vergist").first().waitFor({ state: "detached" });
    expect((await type(withdrawn)).status).to.equal(404);

    const dialog = await openForm(visit);
    await dialog.getByRole("radio", { name: /^Iemand die de bezoeker helpt/ }).check();
    expect(await dialog.getByLabel("Taal", { exact: true }).count()).to.equal(0);
    await dialog.getByLabel("Naam").fill("Rita Relais");
    await button(clerk.page, "Maak een pincode").click();
    const { status, room } = await type(await pinOf(visit, "Rita Relais, helpt de bezoeker"));
    expect(status).to.equal(200);
    await citizenReads(visit, /^Rita Relais \(begeleider\) komt erbij\./);
    await callIn(room);
    await clerk.page.getByText("Rita Relais (begeleider) mag in dit gesprek.").waitFor();
    await part(visit).getByText("Rita Relais").first().waitFor({ state: "detached" });
    await state(clerk.page, "dial-in-helper");
    await endForAll(visit);
    await untilLegs(0);
    expectNoFaults([clerk, citizen]);
  });
});
