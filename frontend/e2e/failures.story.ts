import { expect } from "chai";
import type { Page, WebSocketRoute } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { bookByRequest } from "./support/api.ts";
import { faultsOf } from "./support/axe.ts";
import { newPerson, startSleeper } from "./support/browser.ts";
import { admit, say } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { meetFailing } from "./support/failing.ts";
import { expectMovingVideo } from "./support/media.ts";
import { button, heading } from "./support/roles.ts";
import { meet, rememberDevices, setStage } from "./support/stage.ts";

/** Each thing that fails: what is said, the way on that is offered, and that it leads on, by what arrives at the other side. */
describe("what fails in a call: network, servers and page", function () {
  this.timeout(180_000);
  const stage = setStage({ isAsking: true });
  const stopped: string[] = [];
  const stop = async (process: string) => {
    stopped.push(process);
    await stage.stack.stopOne(process);
  };
  const startAgain = async () => {
    for (const process of stopped.splice(0)) await stage.stack.start(process);
  };
  afterEach(startAgain);

  it("a network that holds the video back: said so, and from another network one large button calls at once", async () => {
    let isBlocked = true;
    const { citizen, clerk, enter } = await meetFailing(stage, "Bo Blocked", ({ page }) =>
      page.routeWebSocket(/xmpp-websocket/, (socket) => (isBlocked ? socket.close() : void socket.connectToServer())),
    );
    const { page } = citizen;
    await enter();
    await page.getByText("De verbinding is weg. We bellen opnieuw.").waitFor();
    await page.getByText("Meestal houdt uw netwerk ze tegen.").waitFor();
    await button(page, "Bel nu opnieuw").waitFor();
    await button(page, "Liever met de telefoon?").waitFor();
    expect(await faultsOf(page, "fail-blocked")).to.deep.equal([]);
    isBlocked = false;
    await callAgain(page);
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
  });

  it("the video service is gone in mid-call: both sides hear that it is not their internet, and are joined again by themselves", async () => {
    const { citizen, clerk } = await meet(stage, "Vic Video");
    await stop("prosody");
    const pages = [citizen.page, clerk.page];
    for (const page of pages) {
      await page.getByText("Het loket antwoordt wel, maar de video nog niet.").waitFor();
      await button(page, "Bel nu opnieuw").waitFor();
    }
    expect(await faultsOf(citizen.page, "fail-video-citizen")).to.deep.equal([]);
    expect(await faultsOf(clerk.page, "fail-video-clerk")).to.deep.equal([]);
    await startAgain();
    const backAt = Date.now();
    await Promise.all(pages.map(callAgain));
    await Promise.all(pages.map(expectMovingVideo));
    console.log(`      video service back to moving pictures on both sides, by the button: ${Date.now() - backAt} ms`);
  });

  it("the line of the chat alone breaks: picture and sound go on, it is said, and the chat comes back by itself", async () => {
    let isBlocked = false;
    const open: WebSocketRoute[] = [];
    const { citizen, clerk, enter } = await meetFailing(stage, "Chris Chat", ({ page }) =>
      page.routeWebSocket(/xmpp-websocket/, (socket) => {
        if (isBlocked) return void socket.close();
        socket.connectToServer();
        open.push(socket);
      }),
    );
    const { page } = citizen;
    await enter();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
    isBlocked = true;
    for (const socket of open.splice(0)) await socket.close();
    const told = page.getByText("De chat werkt even niet. Beeld en geluid gaan gewoon door.");
    await told.waitFor({ timeout: 40_000 });
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
    expect(await faultsOf(page, "fail-chat")).to.deep.equal([]);
    isBlocked = false;
    await told.waitFor({ state: "detached", timeout: 60_000 });
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
    await say(page, "Daar ben ik weer.");
    await clerk.page.getByRole("log").getByText("Daar ben ik weer.").waitFor();
  });

  it("a browser that plays nothing without a click: one large button, and what it pauses by itself plays on", async () => {
    const { citizen, enter } = await meetFailing(stage, "Alma Autoplay", ({ context }) =>
      // Chromium lets everybody play who uses a camera; Safari does not always.
      context.addInitScript(() => {
        const { play } = HTMLMediaElement.prototype;
        addEventListener("click", () => Object.assign(window, { mayPlay: true }), true);
        HTMLAudioElement.prototype.play = async function () {
          if (!("mayPlay" in window)) throw new DOMException("a click first", "NotAllowedError");
          return play.call(this);
        };
        addEventListener("DOMContentLoaded", () =>
          new MutationObserver(() => {
            for (const audio of document.querySelectorAll<HTMLAudioElement>("audio[autoplay]")) audio.autoplay = false;
          }).observe(document, { childList: true, subtree: true }),
        );
      }),
    );
    const { page } = citizen;
    await page.reload();
    await heading(page, "Wachtkamer").waitFor();
    await enter();
    await expectMovingVideo(page);
    const listen = button(page, "Zet het geluid aan");
    await listen.waitFor();
    expect(await faultsOf(page, "fail-autoplay")).to.deep.equal([]);
    await listen.click();
    await listen.waitFor({ state: "detached" });
    await until("the voice plays", () => page.evaluate(() => document.querySelector("audio")?.paused === false));
    for (const name of ["audio", "li video"]) {
      await page.evaluate((each) => document.querySelector<HTMLMediaElement>(each)?.pause(), name);
      await until(`${name} plays on`, () =>
        page.evaluate((each) => document.querySelector<HTMLMediaElement>(each)?.paused === false, name),
      );
    }
    await expectMovingVideo(page);
  });

  it("the counter itself is gone in mid-call: the call goes on, and both are told so", async () => {
    const { citizen, clerk } = await meet(stage, "Cas Counter");
    await helpAtHand(citizen.page);
    await stop("backend");
    const told = citizen.page.getByText("Het loket antwoordt even niet. Het gesprek gaat gewoon door.");
    await told.waitFor();
    await clerk.page.getByText("Het gesprek gaat gewoon door.").waitFor();
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
    expect(await faultsOf(citizen.page, "fail-counter-citizen")).to.deep.equal([]);
    expect(await faultsOf(clerk.page, "fail-counter-clerk")).to.deep.equal([]);
    await startAgain();
    await told.waitFor({ state: "detached" });
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
  });

  it("counter and video both gone: it is said which, and back they are found without a click", async () => {
    const { citizen, clerk } = await meet(stage, "Alle Bei");
    await helpAtHand(citizen.page);
    await stop("prosody");
    await stop("backend");
    await citizen.page.getByText("Het loket antwoordt nu niet.").waitFor();
    await citizen.page.getByText("Werken andere websites ook niet?").waitFor();
    await startAgain();
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
  });

  it("one's own internet is gone: said so, and back it is joined again", async () => {
    const { citizen, clerk } = await meet(stage, "Olaf Offline");
    await helpAtHand(citizen.page);
    await citizen.context.setOffline(true);
    await citizen.page.getByText("U hebt nu geen internet.").waitFor();
    await citizen.page.getByText("Kijk of uw wifi of mobiele data aan staat.").waitFor();
    expect(await faultsOf(citizen.page, "fail-offline")).to.deep.equal([]);
    await citizen.context.setOffline(false);
    await citizen.page.getByText("U hebt nu geen internet.").waitFor({ state: "detached" });
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
  });

  it("a clerk whose session ends in mid-call signs in again in front of it, and the call never stops", async () => {
    const { citizen, clerk, name } = await meet(stage, "Eva Expired");
    const { page } = clerk;
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    // The last that the console fetches by itself has come: it is the clerk's own click that finds the session gone.
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => /\/dial-in$/.test(name)),
    );
    await ask(stage.stack, "delete from clerk_session");
    stage.forgetSessions();
    await button(page, "Gesprek beëindigen").click();
    await button(page, "Beëindigen voor iedereen").click();
    const dialog = page.getByRole("dialog", { name: "Opnieuw aanmelden" });
    await dialog.waitFor();
    await expectMovingVideo(citizen.page);
    expect(await faultsOf(page, "fail-session")).to.deep.equal([]);
    await dialog.getByLabel("E-mailadres").fill(stage.stack.clerk.email);
    await dialog.getByLabel("Wachtwoord").fill(stage.stack.clerk.password);
    await dialog.getByRole("button", { name: "Aanmelden", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(page)]);
    expect(await page.evaluate(() => "isSamePage" in window)).to.equal(true);
    await button(page, "Beëindigen voor iedereen").click();
    await heading(page, `Gesprek met ${name} afronden`).waitFor();
  });

  it("a part of the page that can't be drawn says so, and the call goes on", async () => {
    const { citizen, clerk } = await meet(stage, "Dirk Drawn");
    const { page } = citizen;
    await page.route(/SoundPanel-.*\.js$/, (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: 'let drawn = 0; export const SoundPanel = () => { if (drawn++ < 1) throw new Error("a fault while drawing"); return null; };',
      }),
    );
    await button(page, "Geluid").click();
    const failure = page.getByRole("alert").filter({ hasText: "Er ging iets mis op deze pagina." });
    await failure.waitFor();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
    await failure.getByRole("button", { name: "Probeer opnieuw" }).click();
    await failure.waitFor({ state: "detached" });
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
  });

  it("a machine that slept finds the call again by itself, within ten seconds", async () => {
    const sleeper = await startSleeper();
    try {
      const [clerk, citizen] = [await stage.enterClerk(), await newPerson(sleeper.browser)];
      const name = "Sam Sleep";
      await rememberDevices(citizen);
      await citizen.page.goto(await bookByRequest(stage.stack, { name }));
      await button(citizen.page, "Naar de wachtkamer").click();
      await admit(clerk.page, name);
      await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
      sleeper.sleep();
      await new Promise((resolve) => setTimeout(resolve, sleepMs));
      sleeper.wake();
      const wokenAt = Date.now();
      await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
      console.log(`      woken to moving pictures on both sides: ${Date.now() - wokenAt} ms`);
      expect(Date.now() - wokenAt).to.be.below(10_000);
    } finally {
      await sleeper.close();
    }
  });

  /** Whoever is quicker than the button is in already. */
  const callAgain = (page: Page) =>
    button(page, "Bel nu opnieuw")
      .click({ timeout: 5000 })
      .catch(() => undefined);
});

/** Longer than the other browser and the server wait for a sign of life. */
const sleepMs = 40_000;

/** The words of help are fetched once the call has settled; a counter that is gone gives none. */
const helpAtHand = (page: Page): Promise<unknown> =>
  until(
    "the words of help are at hand",
    () =>
      page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("LineTrouble"))),
    40_000,
  );
