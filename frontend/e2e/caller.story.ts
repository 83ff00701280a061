import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { addressOf, bookByRequest } from "./support/api.ts";
import { firstTime } from "./support/counter.ts";
import { gatherFaults } from "./support/faults.ts";
import { waitForMail } from "./support/mail.ts";
import { asVoiceMenu, type MenuAnswer, setPhoneStage } from "./support/phone.ts";

const number = "+32 9 123 45 67";
const secret = "v".repeat(48);

/** Jef has no internet: somebody books for him, or a clerk reads him a PIN, and he waits on the line. The voice menu and the gateway are stand-ins, and the leg has no sound here. */
describe("a citizen without internet", function () {
  this.timeout(240_000);
  const { stage, callIn, untilLegs } = setPhoneStage({ DIAL_IN_NUMBER: number, DIAL_IN_SECRET: secret });
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const ask = (path: string, body?: object) => asVoiceMenu(stage, secret)(path, body);
  const type = (pin: string) => ask("", { pin, canWait: true });
  /** The menu asks again, as long as it hears to wait. */
  const untilLetIn = async (ticket: string): Promise<MenuAnswer> => {
    let heard: MenuAnswer | null = null;
    await until("a room for the caller", async () => {
      heard = await ask(`/calls/${ticket}`);
      return heard.room !== "";
    });
    return heard!;
  };
  const reads = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const card = (page: Page, section: string, name: string) =>
    page.getByRole("region", { name: section, exact: true }).getByRole("listitem").filter({ hasText: name });

  /** On a small screen, as far as the details: by telephone. */
  const beginBooking = async (name: string) => {
    const booker = await stage.enter({ width: 360, height: 740 });
    const { page } = booker;
    await page.goto(stage.stack.publicUrl);
    await button(page, /Een zaal huren/).click();
    await (await firstTime(page)).check();
    await button(page, "Verder").click();
    await page.getByLabel("Uw naam").fill(name);
    await page.getByRole("radio", { name: /^Met de telefoon/ }).check();
    return booker;
  };
  const recordOutcome = async (page: Page) => {
    await page.getByRole("radio", { name: /Geholpen/ }).check();
    await button(page, "Opslaan en naar de wachtrij").click();
    await reads(page, /^Wachtrij/);
  };

  it("books by telephone, waits in the queue, is let in, calls back, and is put out", async () => {
    const name = "Jef Zonder";
    const booker = await beginBooking(name);
    const { page } = booker;
    await page.getByLabel("Uw e-mailadres").fill(addressOf(name));
    await state(page, "caller-booking");
    await button(page, "Verder").click();
    await reads(page, "Met de telefoon");
    await state(page, "caller-booking-check");
    await button(page, "Maak de afspraak").click();
    const told = page.getByText(/^Aan de telefoon\. Bel \+32 9 123 45 67 en toets de pincode \d\d \d\d \d\d \d\d\.$/);
    await told.waitFor();
    await state(page, "caller-booked");
    const spoken = /(\d\d \d\d \d\d \d\d)\.$/.exec((await told.textContent()) ?? "")![1]!;
    const mail = await waitForMail(stage.stack.mailUrl, addressOf(name), /U belt zelf/);
    expect(mail.text).to.include(`Toets dan uw pincode: ${spoken}.`);
    await page.getByRole("link", { name: "Bekijk uw afspraak" }).click();
    await reads(page, `Aan de telefoon. Bel ${number} en toets de pincode ${spoken}.`);
    await state(page, "caller-appointment");

    const clerk = await stage.enterClerk();
    await card(clerk.page, "Straks vandaag", name).waitFor();
    const pin = spoken.replaceAll(" ", "");
    const waits = await type(pin);
    expect(waits).to.include({ status: 200, place: "queue", position: 1 });
    await card(clerk.page, "Wacht nu", name)
      .getByText(/wacht aan de telefoon$/)
      .waitFor();
    await state(clerk.page, "caller-waits");

    await button(clerk.page, `Laat ${name} binnen`).click();
    await reads(clerk.page, `We wachten op de telefoon van ${name}.`);
    await state(clerk.page, "caller-comes");
    const leg = await callIn((await untilLetIn(waits.ticket!)).room);
    await clerk.page.getByText(`We wachten op de telefoon van ${name}.`).waitFor({ state: "detached" });
    await reads(clerk.page, "Ziet geen beeld, leest geen chat en geen documenten. Zeg wat u ziet.");
    await state(clerk.page, "caller-in-call");
    await clerk.page.setViewportSize({ width: 360, height: 740 });
    await state(clerk.page, "caller-in-call-narrow");
    await clerk.page.setViewportSize({ width: 1280, height: 800 });

    await leg.hangUp();
    await reads(clerk.page, `De telefoon van ${name} is niet in het gesprek.`);
    await state(clerk.page, "caller-gone");
    const back = await type(pin);
    expect(back.room).to.not.equal("");
    await callIn(back.room);
    // First it is awaited, and then it is there.
    const isMissing = clerk.page.getByText(/^(De telefoon van .* is niet in|We wachten op de telefoon van)/);
    await isMissing.waitFor({ state: "detached" });
    expect(await type(pin)).to.include({ place: "in_call", ticket: null });

    await button(clerk.page, `Verwijder ${name}`).click();
    await button(clerk.page, "Verwijderen").click();
    await untilLegs(0);
    expect(await type(pin)).to.include({ place: "removed" });
    await reads(clerk.page, `${name} is niet meer in het gesprek en kan niet terug.`);
    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await recordOutcome(clerk.page);
    expect(await type(pin)).to.include({ place: "ended" });
    expectNoFaults([booker, clerk]);
  });

  it("books without e-mail, and writes down or prints what to call; the clerk reads that mail does not reach them", async () => {
    const name = "Mia Papier";
    const booker = await beginBooking(name);
    const { page } = booker;
    await button(page, "Verder").click();
    await page.getByRole("link", { name: /^Vul een telefoonnummer in/ }).waitFor();
    await state(page, "caller-without-mail-faults");
    await page.getByLabel("Uw telefoonnummer").fill("0470 12 34 56");
    await button(page, "Verder").click();
    await reads(page, "Kijk uw telefoonnummer goed na: u krijgt geen mail.");
    await state(page, "caller-without-mail-check");
    await button(page, "Maak de afspraak").click();
    await reads(page, "Schrijf dit op, of druk het af.");
    await page.getByText(number, { exact: true }).waitFor();
    const spoken = (await page.getByText(/^\d\d \d\d \d\d \d\d$/).textContent()) ?? "";
    await state(page, "caller-without-mail-booked");
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute("data-printed", "");
    });
    await button(page, "Druk dit af").click();
    await page.locator("body[data-printed]").waitFor();
    await page.emulateMedia({ media: "print" });
    await button(page, "Druk dit af").waitFor({ state: "hidden" });
    await page.getByText(spoken, { exact: true }).waitFor();
    await state(page, "caller-without-mail-paper");
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("link", { name: "Bekijk uw afspraak" }).click();
    await reads(page, `Aan de telefoon. Bel ${number} en toets de pincode ${spoken}.`);

    const clerk = await stage.enterClerk();
    const told = "Geen e-mail: zeg het aan de telefoon, 0470 12 34 56";
    await card(clerk.page, "Straks vandaag", name).getByText(told).waitFor();
    await state(clerk.page, "caller-without-mail-console");
    const { ticket } = await type(spoken.replaceAll(" ", ""));
    await button(clerk.page, `Laat ${name} binnen`).click();
    await callIn((await untilLetIn(ticket!)).room);
    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await reads(clerk.page, told);
    await state(clerk.page, "caller-without-mail-outcome");
    expect(await clerk.page.getByLabel("Bericht", { exact: false }).count()).to.equal(0);
    await recordOutcome(clerk.page);
    expectNoFaults([booker, clerk]);
  });

  it("phones days before, and the clerk reads a PIN for an appointment that is not in the queue yet", async () => {
    const name = "Bert Overmorgen";
    await bookByRequest(stage.stack, { name, inDays: 3 });
    const clerk = await stage.enterClerk();
    const { page } = clerk;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByText("Afspraken van later, tot over 14 dagen").click();
    await button(page, `${name} belt zonder internet`).waitFor();
    await state(page, "caller-ahead");
    await button(page, `${name} belt zonder internet`).click();
    await button(page, "Maak een pincode").click();
    await reads(page, /^Bellen kan op \w+ \d+ \w+ \d{4}, van \d\d:\d\d tot \d\d:\d\d/);
    await state(page, "caller-ahead-pin");
    expectNoFaults([clerk]);
  });

  it("is on the telephone with the clerk, who reads a new PIN; the line goes down with the end", async () => {
    const name = "Rosa Bellens";
    await bookByRequest(stage.stack, { name });
    const clerk = await stage.enterClerk();
    await button(clerk.page, `${name} belt zonder internet`).click();
    const dialog = clerk.page.getByRole("dialog", { name: `${name} zonder internet` });
    await state(clerk.page, "caller-pin-before");
    const make = async (): Promise<string> => {
      await dialog.getByRole("button", { name: "Maak een pincode" }).click();
      const shown = dialog.getByRole("definition").last().locator("[aria-hidden]");
      return ((await shown.textContent()) ?? "").replaceAll(" ", "");
    };
    const first = await make();
    expect(first).to.match(/^\d{8}$/);
    await dialog.getByText(number, { exact: true }).waitFor();
    await state(clerk.page, "caller-pin");
    await clerk.page.keyboard.press("Escape");
    await button(clerk.page, `${name} belt zonder internet`).click();
    const pin = await make();
    await dialog.getByRole("button", { name: "Sluiten" }).click();
    expect(await type(first)).to.include({ status: 404 });

    const gone = await type(pin);
    await card(clerk.page, "Wacht nu", name).waitFor();
    await ask(`/calls/${gone.ticket}/departure`);
    await card(clerk.page, "Straks vandaag", name).waitFor();
    const waits = await type(pin);
    await button(clerk.page, `Laat ${name} binnen`).click();
    await callIn((await untilLetIn(waits.ticket!)).room);
    await clerk.page.getByText(`We wachten op de telefoon van ${name}.`).waitFor({ state: "detached" });
    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await untilLegs(0);
    expectNoFaults([clerk]);
  });
});
