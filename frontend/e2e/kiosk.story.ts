import { expect } from "chai";
import type { Page } from "playwright-core";
import { addressOf, bookByRequest, linkTokenIn } from "./support/api.ts";
import { faultsOf } from "./support/axe.ts";
import type { Person } from "./support/browser.ts";
import { admit } from "./support/counter.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { waitForMail } from "./support/mail.ts";
import { expectMovingVideo } from "./support/media.ts";
import { setStage } from "./support/stage.ts";

const minute = 60_000;

/** The computer of a library: one person after another, and nothing left of any. */
describe("kiosk", function () {
  this.timeout(180_000);
  const stage = setStage();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();
  const atCodeScreen = (page: Page) => heading(page, "Uw gesprek met de gemeente");

  /** Booked, and what the mail says to type. */
  const bookWithCode = async (name: string) => {
    const link = await bookByRequest(stage.stack, { name });
    const mail = await waitForMail(stage.stack.mailUrl, addressOf(name), /\/kiosk/);
    const code = /code: ([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(mail.text ?? "")![1]!;
    expect(mail.text).to.include(`${stage.stack.publicUrl}/kiosk`);
    return { link, code };
  };
  const typeCode = async (page: Page, code: string) => {
    await page.goto(`${stage.stack.publicUrl}/kiosk`);
    await page.getByLabel("Uw code").fill(code);
    await button(page, "Start").click();
  };
  const throughTheCheck = async (page: Page) => {
    await button(page, "Naar de wachtkamer").click();
    await button(page, "Test camera en microfoon").click();
    for (const step of [1, 2, 3]) {
      await page.getByText(`Stap ${step} van 4`).waitFor();
      await button(page, "Verder").click();
    }
    await button(page, "Naar de wachtkamer").click();
    await heading(page, "Wachtkamer");
  };
  const inCall = async (person: Person, name: string) => {
    await throughTheCheck(person.page);
    const clerk = (await stage.enterClerk()).page;
    await admit(clerk, name);
    await Promise.all([expectMovingVideo(person.page), expectMovingVideo(clerk)]);
    return clerk;
  };
  /** What this browser keeps of us, in all the places that a page or a server can write to. */
  const expectNothingLeft = async ({ page, context }: Person, secrets: readonly string[]) => {
    await page.waitForFunction(() => localStorage.length === 0 && sessionStorage.length === 0);
    expect(await context.cookies()).to.deep.equal([]);
    expect(await page.evaluate(() => JSON.stringify(history.state))).to.equal("null");
    expect(
      await page.evaluate(async () => (await indexedDB.databases()).length + (await caches.keys()).length),
    ).to.equal(0);
    const html = await page.content();
    for (const secret of secrets) expect(html).to.not.include(secret);
  };

  it("a code from the mail, a call with picture and sound, the end, and everything wiped", async () => {
    const name = "Lies Library";
    const { link, code } = await bookWithCode(name);
    const visitor = await stage.enter();
    const { page } = visitor;
    const addresses = new Set<string>();
    page.on("request", (request) => addresses.add(request.url()));
    page.on("framenavigated", (frame) => addresses.add(frame.url()));
    await page.goto(stage.stack.publicUrl);
    await page.goto(`${stage.stack.publicUrl}/kiosk`);
    await atCodeScreen(page);
    expect(await faultsOf(page, "kiosk-code")).to.deep.equal([]);
    await button(page, "Start").click();
    await page.getByText("Typ eerst uw code.").waitFor();
    await keyboardOf(page).expectFocusOn("textbox", "Uw code");
    await page.getByLabel("Uw code").fill("ACDE-FGHJ");
    await button(page, "Start").click();
    await page.getByText("We kennen deze code niet").waitFor();
    expect(await faultsOf(page, "kiosk-wrong-code")).to.deep.equal([]);
    await page.getByLabel("Uw code").fill(code.toLowerCase().replace("-", " "));
    await button(page, "Start").click();
    await button(page, "Naar de wachtkamer").waitFor();
    expect(await page.getAttribute("html", "data-easy")).to.equal("less");
    expect(await faultsOf(page, "kiosk-appointment")).to.deep.equal([]);
    const clerk = await inCall(visitor, name);
    expect(await faultsOf(page, "kiosk-call")).to.deep.equal([]);
    expect((await visitor.context.cookies()).map((cookie) => cookie.name.slice(0, 14))).to.deep.equal([
      "balie_arrival_",
    ]);

    await page.locator(".balie-brand").click();
    await page.getByRole("heading", { name: "Wilt u stoppen?" }).waitFor();
    expect(await faultsOf(page, "kiosk-stop")).to.deep.equal([]);
    await button(page, "Nee, ga verder").click();
    await expectMovingVideo(page);
    await button(clerk, "Gesprek beëindigen").click();
    await button(clerk, "Beëindigen voor iedereen").click();
    await heading(page, "Het gesprek is afgelopen");
    expect(await faultsOf(page, "kiosk-ended")).to.deep.equal([]);
    await button(page, "Stop en wis alles").click();
    await button(page, "Ja, stop en wis alles").click();
    await atCodeScreen(page);
    await expectNothingLeft(visitor, [name, linkTokenIn(link), code]);
    for (const address of addresses) {
      expect(address).to.not.include(linkTokenIn(link));
      expect(address.toUpperCase()).to.not.include(code).and.not.include(code.replace("-", ""));
    }
    expect(new URL(page.url()).pathname).to.equal("/kiosk");

    await page.reload();
    await atCodeScreen(page);
    await page.goBack();
    expect(new URL(page.url()).pathname, "what was there before the kiosk").to.equal("/");
    expect(await page.content()).to.not.include(name);
    await page.goForward();
    await atCodeScreen(page);
    await page.goto(link);
    await page.getByRole("heading", { name: "Het gesprek is afgelopen" }).waitFor();
    expect(await page.getAttribute("html", "data-easy"), "nothing remembered of easy mode").to.equal(null);
    expect(visitor.faults).to.deep.equal([]);
  });

  it("nobody is there any more: a warning that can be answered, then everything is wiped; never in the waiting room or the call", async () => {
    const name = "Ida Idle";
    const { code } = await bookWithCode(name);
    const visitor = await stage.enter();
    const { page } = visitor;
    let ahead = 0;
    /** Only the page's clock jumps; its timers go on as they are. */
    const jump = async (minutes: number) => {
      ahead += minutes * minute;
      await page.clock.setSystemTime(Date.now() + ahead);
    };
    const warning = page.getByRole("dialog", { name: "Bent u er nog?" });
    await page.clock.setSystemTime(Date.now());
    await typeCode(page, code);
    await button(page, "Naar de wachtkamer").waitFor();
    await jump(5.1);
    await warning.waitFor();
    expect(await faultsOf(page, "kiosk-idle")).to.deep.equal([]);
    await button(page, "Ja, ik ben er nog").click();
    await warning.waitFor({ state: "hidden" });
    await button(page, "Naar de wachtkamer").waitFor();

    const clerk = await inCall(visitor, name);
    await jump(20);
    // Nothing can be seen of a warning that does not come but time without it: three looks of the page.
    const began = await page.evaluate(() => performance.now());
    await page.waitForFunction((from) => performance.now() - from > 3000, began);
    expect(await warning.count(), "no warning in a call").to.equal(0);
    await expectMovingVideo(page);
    await button(page, "Ophangen").click();
    await button(page, "Ja, stop het gesprek").click();
    await heading(page, "U hebt opgehangen");
    await jump(5.1);
    await warning.waitFor();
    await jump(1.1);
    await atCodeScreen(page);
    await expectNothingLeft(visitor, [name]);
    await clerk.getByText("is niet in het gesprek").waitFor();
  });

  it("a page that is reloaded or left without a word knows nothing more either", async () => {
    const name = "Rob Reload";
    const { code, link } = await bookWithCode(name);
    const visitor = await stage.enter();
    const { page } = visitor;
    await typeCode(page, code);
    await throughTheCheck(page);
    expect(await visitor.context.cookies()).to.have.length(1);
    await page.reload();
    await atCodeScreen(page);
    await expectNothingLeft(visitor, [name, linkTokenIn(link)]);

    await typeCode(page, code);
    await button(page, "Naar de wachtkamer").waitFor();
    await page.goto("about:blank");
    await page.goBack();
    await atCodeScreen(page);
    await expectNothingLeft(visitor, [name, linkTokenIn(link)]);

    const other = await bookWithCode("Mo Moves");
    await typeCode(page, other.code);
    await button(page, "Meer").click();
    await button(page, "Kies een andere tijd").click();
    await heading(page, "Kies een andere tijd");
    await button(page, "Stop en wis alles").click();
    await button(page, "Ja, stop en wis alles").click();
    await atCodeScreen(page);
    await page.goBack();
    await atCodeScreen(page);
    await expectNothingLeft(visitor, ["Mo Moves", linkTokenIn(other.link)]);
  });

  it("by keyboard alone, and the code stands on the appointment's own page too", async () => {
    const name = "Kaat Keys";
    const { code, link } = await bookWithCode(name);
    const home = await stage.enter();
    await home.page.goto(link);
    await home.page.getByText(`/kiosk, en typ daar ${code}.`).waitFor();
    const { page } = await stage.enter();
    const keys = keyboardOf(page);
    await page.goto(`${stage.stack.publicUrl}/kiosk`);
    await keys.type("Uw code", code);
    await page.keyboard.press("Enter");
    await button(page, "Naar de wachtkamer").waitFor();
    await keys.expectFocus();
    await keys.press("button", "Meer");
    await page.getByText("Waarvoor").waitFor();
    expect(await page.getByRole("link", { name: "Zet in uw agenda" }).count(), "no file of it at a kiosk").to.equal(0);
    await keys.press("button", "Stop en wis alles");
    await keys.press("button", "Nee, ga verder");
    await keys.expectFocusOn("button", "Stop en wis alles");
    await keys.press("button", "Stop en wis alles");
    await keys.press("button", "Ja, stop en wis alles");
    await atCodeScreen(page);
  });
});
