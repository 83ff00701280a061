import { expect } from "chai";
import type { Page } from "playwright-core";
import { addressOf } from "./support/api.ts";
import { faultsOf } from "./support/axe.ts";
import { admit, say } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { watchLetters } from "./support/letters.ts";
import { waitForMail } from "./support/mail.ts";
import { expectMovingVideo } from "./support/media.ts";
import { tapSocket } from "./support/socket.ts";
import { comeToWait, meet, setStage } from "./support/stage.ts";

describe("text in the call", function () {
  this.timeout(180_000);
  const stage = setStage();
  const field = (page: Page) => page.getByLabel("Uw bericht");
  const live = (page: Page) => page.getByRole("region", { name: /typt nu:$/ });
  const log = (page: Page) => page.getByRole("log");
  const openChat = (page: Page) => page.getByRole("button", { name: /Chat openen/ }).click();
  const letOthersRead = (page: Page) => page.getByRole("checkbox", { name: /De andere leest mee/ }).check();

  it("real-time text: each letter is seen at the other side within half a second, both ways", async () => {
    const { citizen, clerk, name } = await meet(stage, "Tine Typer");
    await openChat(citizen.page);
    await letOthersRead(citizen.page);
    const words =
      "Dag mevrouw, ik hoor niet goed en ik typ dus liever. Mijn zus komt straks ook, zij zoekt een zaal voor 40 mensen. 👍";
    const letters = await watchLetters(citizen.page, clerk.page);
    await field(citizen.page).pressSequentially(words, { delay: 90, timeout: 90_000 });
    await live(clerk.page).getByText(words).waitFor();
    const delays = await letters.delays();
    const at = (part: number) => Math.round(delays[Math.ceil(delays.length * part) - 1] ?? Number.NaN);
    console.log(
      `      typed to seen at the other side, ${delays.length} letters: median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`,
    );
    expect(delays.length).to.be.at.least(100);
    expect(at(0.95)).to.be.at.most(500);
    expect(await live(clerk.page).getAttribute("aria-live")).to.equal("off");
    expect(await log(clerk.page).textContent()).to.not.contain("Mijn zus");
    await live(clerk.page).getByText(`${name} (bezoeker) typt nu:`).waitFor();
    const faults = [...(await faultsOf(clerk.page, "text-live")), ...(await faultsOf(citizen.page, "text-writing"))];

    // As many as lead to "voor 4" and stay there.
    for (let back = 0; back < 11; back++) await field(citizen.page).press("Backspace");
    await live(clerk.page).getByText("zij zoekt een zaal voor 4", { exact: false }).waitFor();
    await field(citizen.page).press("Enter");
    await log(clerk.page).getByText("zij zoekt een zaal").waitFor();
    await live(clerk.page).waitFor({ state: "detached" });

    await letOthersRead(clerk.page);
    await field(clerk.page).pressSequentially("شكرا, dat schrijf ik op", { delay: 40 });
    await live(citizen.page).getByText("شكرا, dat schrijf ik op").waitFor();
    // Who leaves the field has said it.
    await clerk.page.getByRole("log").focus();
    await log(citizen.page).getByText("dat schrijf ik op").waitFor();
    await live(citizen.page).waitFor({ state: "detached" });
    expect(faults.join("\n")).to.equal("");
    for (const { faults: ofPage } of [citizen, clerk]) expect(ofPage).to.deep.equal([]);
  });

  it("a reload in the middle of a line heals, of who reads and of who writes; the size of the letters stays", async () => {
    const { citizen, clerk, name } = await meet(stage, "Rik Reload");
    await openChat(citizen.page);
    await letOthersRead(citizen.page);
    await citizen.page.getByLabel("Grootte van de letters").selectOption({ label: "Heel groot" });
    await field(citizen.page).pressSequentially("Ik heb mijn pas", { delay: 30 });
    await live(clerk.page).getByText("Ik heb mijn pas").waitFor();

    await clerk.page.reload();
    await clerk.page.getByRole("button", { name: `Terug naar het gesprek met ${name}` }).click();
    await live(clerk.page).getByText("Ik heb mijn pas").waitFor();
    await field(citizen.page).pressSequentially(" bij mij", { delay: 30 });
    await live(clerk.page).getByText("Ik heb mijn pas bij mij").waitFor();

    await citizen.page.reload();
    await openChat(citizen.page);
    expect(await field(citizen.page).inputValue()).to.equal("Ik heb mijn pas bij mij");
    await live(clerk.page).getByText("Ik heb mijn pas bij mij").waitFor();
    const size = citizen.page.getByLabel("Grootte van de letters");
    expect(await size.inputValue()).to.equal("largest");
    const pixels = () => field(citizen.page).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(await pixels()).to.be.at.least(32);
    await field(citizen.page).press("Enter");
    await log(clerk.page).getByText("Ik heb mijn pas bij mij").waitFor();
    const faults = await faultsOf(citizen.page, "text-largest");

    await citizen.context.grantPermissions(["clipboard-read", "clipboard-write", "camera", "microphone"]);
    await citizen.page.getByRole("button", { name: "Kopieer de berichten" }).click();
    await citizen.page.getByText("De berichten zijn gekopieerd.").waitFor();
    const copied = await citizen.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).to.match(/^\d\d:\d\d U:\nIk heb mijn pas bij mij\n$/);
    expect(faults.join("\n")).to.equal("");
  });

  it("what a malicious participant sends is text and no more, and not without end", async () => {
    const clerk = await stage.enterClerk();
    const socket = await tapSocket(clerk.page);
    const waiting = await comeToWait(stage, "Mallory Markup");
    await admit(clerk.page, waiting.name);
    await Promise.all([expectMovingVideo(waiting.citizen.page), expectMovingVideo(clerk.page)]);
    const { page } = waiting.citizen;
    const markup = `<img src=x onerror="document.title='stolen'"><script>document.title='stolen'</script>`;
    await openChat(page);
    await letOthersRead(page);
    await field(page).fill(markup);
    await live(clerk.page).getByText(markup).waitFor();
    await field(page).press("Enter");
    await log(clerk.page).getByText(markup).waitFor();
    await say(page, "javascript:alert(1) https://gemeente.be@evil.example/");
    expect(await clerk.page.locator(".call-chat").locator("img, script, iframe, a").count()).to.equal(0);

    const from = await socket.senderOf("Mallory Markup");
    const longest = await longestPause(clerk.page);
    const chat = (text: string) =>
      `<message xmlns='jabber:client' type='groupchat' from='${from}'><body>${text}</body></message>`;
    // Each message ends the line before it, so the last parts are of a line far ahead.
    const part = (seq: number, text: string, line = 20_000) =>
      `<message xmlns='jabber:client' type='groupchat' from='${from}'><json-message xmlns='http://jitsi.org/jitmeet'>${JSON.stringify({ type: "balie-text", line, seq, text })}</json-message></message>`;
    const numbers = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const begunAt = Date.now();
    // As if the server let it all through.
    await socket.receive([
      chat("x".repeat(1_000_000)),
      part(0, "y".repeat(1_000_000)),
      ...numbers.map((number) => chat(`flood ${number}`)),
      ...numbers.map((number) => part(number, `live ${number}`, 90_000)),
    ]);
    const floodMs = Date.now() - begunAt;
    await log(clerk.page).getByText("Dit bericht was te lang.").waitFor();
    await log(clerk.page).getByText("Mallory Markup (bezoeker) stuurt te veel berichten na elkaar.").waitFor();
    await live(clerk.page).getByText("live 10000").waitFor();
    console.log(
      `      20,000 messages and two of a megabyte in ${floodMs} ms; the page answers after ${await longest()} ms at most`,
    );
    expect(await longest()).to.be.below(2000);
    const lines = await log(clerk.page).evaluate((element) => element.children.length);
    expect(lines).to.be.below(30);
    expect((await log(clerk.page).textContent())?.length).to.be.below(10_000);
    expect(await clerk.page.title()).to.not.contain("stolen");
    await clerk.page.getByRole("button", { name: "Microfoon uitzetten" }).click();
    const controls = clerk.page.getByRole("region", { name: "Bediening van het gesprek" });
    await controls.getByRole("button", { name: "Microfoon aanzetten" }).waitFor();
    expect((await faultsOf(clerk.page, "text-flood")).join("\n")).to.equal("");
    expect(clerk.faults).to.deep.equal([]);
  });

  it("links can be clicked, and those that the clerk ticks are mailed in the citizen's language", async () => {
    const { citizen, clerk, name } = await meet(stage, "Lies Link");
    await ask(stage.stack, `update appointment set language = 'fr' where citizen_name = '${name}'`);
    await say(clerk.page, "U boekt hier: https://zalen.example.org/boek?a=1&b=2.");
    await openChat(citizen.page);
    const link = log(citizen.page).getByRole("link", { name: "https://zalen.example.org/boek?a=1&b=2" });
    expect(await link.getAttribute("href")).to.equal("https://zalen.example.org/boek?a=1&b=2");
    await say(citizen.page, "Mijn club: https://club.example.org");
    await log(clerk.page).getByText("Mijn club").waitFor();
    await clerk.page.getByRole("button", { name: "Gesprek beëindigen" }).click();
    await clerk.page.getByRole("button", { name: "Beëindigen voor iedereen" }).click();
    await clerk.page.getByRole("radio", { name: /Geholpen/ }).check();
    const boxes = clerk.page.getByRole("group", { name: "Links uit de chat" }).getByRole("checkbox");
    expect(await boxes.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked))).to.deep.equal([
      false,
      false,
    ]);
    await clerk.page.getByRole("checkbox", { name: /zalen\.example\.org.*van u/ }).check();
    expect((await faultsOf(clerk.page, "text-outcome-links")).join("\n")).to.equal("");
    await clerk.page.getByRole("button", { name: "Opslaan en naar de wachtrij" }).click();
    await clerk.page.getByText("is afgerond").waitFor();
    const mail = await waitForMail(stage.stack.mailUrl, addressOf(name), /Liens donnés pendant l’appel/);
    expect(mail.text).to.contain("https://zalen.example.org/boek?a=1&b=2").and.not.contain("club.example.org");
    expect(String(mail.html)).to.contain('href="https://zalen.example.org/boek?a=1&amp;b=2"');
  });
});

/** The longest time in which the page could do nothing, from now on. */
const longestPause = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const seen = { last: performance.now(), longest: 0 };
    setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 10);
    Object.assign(window, { pauses: seen });
  });
  return () => page.evaluate(() => Math.round((window as unknown as { pauses: { longest: number } }).pauses.longest));
};
