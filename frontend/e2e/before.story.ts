import { expect } from "chai";
import type { Page } from "playwright-core";
import { createAuthority } from "../../backend/test/doctor/certificates.ts";
import { startCoturn } from "../../backend/test/doctor/coturn.ts";
import { bookByRequest } from "./support/api.ts";
import { faultsOf } from "./support/axe.ts";
import { setStage } from "./support/stage.ts";

const secret = "t".repeat(40);

/** The check of device and line, hours before the call, and what the clerk sees of it. */
describe("before the call", function () {
  this.timeout(120_000);
  let coturn: Awaited<ReturnType<typeof startCoturn>>;
  let isRelayUp = false;
  const authority = createAuthority();
  const stage = setStage({
    settings: async () => {
      coturn = await startCoturn(secret, authority.issue("localhost", 90));
      isRelayUp = true;
      return { TURN_URLS: `turn:127.0.0.1:${coturn.port}?transport=udp`, TURN_CREDENTIALS: secret };
    },
  });
  after(async () => {
    authority.forget();
    await stopCoturn();
  });

  const stopCoturn = async () => {
    if (isRelayUp) await coturn.stop();
    isRelayUp = false;
  };
  const openCheck = async (page: Page, name: string) => {
    const inTwoHours = new Date(Math.ceil((Date.now() + 7_200_000) / 1_800_000) * 1_800_000).toISOString();
    await page.goto(await bookByRequest(stage.stack, { name, startsAt: inTwoHours }));
    await page.getByRole("button", { name: "Test uw camera en geluid" }).click();
    await page.getByRole("button", { name: "Test camera en microfoon" }).click();
    await page.getByRole("heading", { name: "Uw internet" }).waitFor();
  };
  const seenByClerk = async (name: string, words: string) => {
    const clerk = await stage.enterClerk();
    const card = clerk.page.locator(".console-card").filter({ hasText: name });
    await card.getByText(words).waitFor();
    return clerk.page;
  };

  it("all works: the citizen reads it, and the clerk hours before", async () => {
    const { page, faults } = await stage.enter();
    await openCheck(page, "Dominique Ready");
    await page.getByText("Alles werkt. U bent klaar voor het gesprek.").waitFor();
    await page.getByText("Beeld en geluid komen door.").waitFor();
    expect(faults).to.deep.equal([]);
    expect(await faultsOf(page, "before-ready")).to.deep.equal([]);
    const console = await seenByClerk("Dominique Ready", "Toestel getest. Alles werkt.");
    expect(await faultsOf(console, "before-console")).to.deep.equal([]);
    await page.getByRole("button", { name: "Terug naar uw afspraak" }).click();
    await page.getByRole("heading", { name: "Uw afspraak met video" }).waitFor();
  });

  it("hears no sound, and then does: the clerk's line follows", async () => {
    const { page } = await stage.enter();
    await openCheck(page, "Els Silent");
    await page.getByRole("button", { name: "Speel een geluid" }).click();
    await page.getByRole("button", { name: "Nee", exact: true }).click();
    await page.getByText("Een gesprek met video lukt zo misschien niet.").waitFor();
    const console = await seenByClerk("Els Silent", "Heeft misschien de telefoon nodig: hoort geen geluid");
    await page.getByRole("button", { name: "Speel een geluid" }).click();
    await page.getByRole("button", { name: "Ja, ik hoorde het" }).click();
    await console.locator(".console-card").filter({ hasText: "Els Silent" }).getByText("Alles werkt.").waitFor();
  });

  it("without a camera it is said, and the call will do", async () => {
    const { page } = await stage.enter();
    await openCheck(page, "Saida Camera");
    await page.getByLabel("Camera", { exact: true }).selectOption({ label: "Geen camera gebruiken" });
    await page.getByText("Het gesprek zal lukken.").waitFor();
    await seenByClerk("Saida Camera", "Niet alles werkt even goed: geen camera");
  });

  it("a line of 100 kbit/s is measured, and told", async () => {
    const { page, context } = await stage.enter();
    await openCheck(page, "Sam Slow");
    await page.getByText("Alles werkt.").waitFor();
    const devtools = await context.newCDPSession(page);
    const bytes = (100 * 1000) / 8;
    const line = { offline: false, latency: 40, downloadThroughput: bytes * 4, uploadThroughput: bytes };
    await devtools.send("Network.emulateNetworkConditions", line);
    await page.getByRole("button", { name: "Test uw internet opnieuw" }).click();
    await page.getByText("Uw internet is te traag voor een gesprek met video.").waitFor();
    const words = await page.getByText(/^Ophalen: .* Versturen: /).textContent();
    console.log(`      ${words} (400 and 100 kbit/s given)`);
    const up = Number(/Versturen: ([\d,]+)/.exec(words!)![1]!.replace(",", "."));
    expect(up).to.be.within(0.07, 0.12);
    expect(await faultsOf(page, "before-slow")).to.deep.equal([]);
    await seenByClerk("Sam Slow", "Heeft misschien de telefoon nodig: heel traag internet");
  });

  it("one's own voice comes back, as loud as it was", async () => {
    const { page } = await stage.enter();
    await page.addInitScript(() => {
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = function (...values) {
        const samples = this.buffer!.getChannelData(0);
        Object.assign(window, { heard: samples.reduce((peak, each) => Math.max(peak, Math.abs(each)), 0) });
        return start.apply(this, values);
      };
    });
    await openCheck(page, "Nour Echo");
    await page.getByRole("button", { name: "Neem mijn stem op" }).click();
    await page.getByText("Luister. Dit hebt u gezegd.").waitFor();
    const peak = await page.evaluate(() => (window as unknown as { heard: number }).heard);
    console.log(`      loudest sample of the echo: ${peak.toFixed(2)}`);
    expect(peak).to.be.above(0.05);
    await page.getByText("Hoorde u uw stem?").waitFor();
  });

  it("a network that lets nothing through, and no answer of the server", async () => {
    await stopCoturn();
    const { page } = await stage.enter();
    await openCheck(page, "Bart Blocked");
    await page.getByText("Uw netwerk houdt beeld en geluid tegen.").waitFor();
    expect(await faultsOf(page, "before-blocked")).to.deep.equal([]);
    await seenByClerk("Bart Blocked", "het netwerk houdt beeld en geluid tegen");
    await page.route("**/api/appointment/*", (route) => route.abort());
    await page.getByRole("button", { name: "Test uw internet opnieuw" }).click();
    await page.getByText("We konden uw internet niet testen.").waitFor();
    await page.getByText("We konden het resultaat niet bewaren.").waitFor();
    expect(await faultsOf(page, "before-untested")).to.deep.equal([]);
  });
});
