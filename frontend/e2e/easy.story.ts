import { expect } from "chai";
import type { Page } from "playwright-core";
import { bookByRequest } from "./support/api.ts";
import { faultsOf } from "./support/axe.ts";
import { admit, say } from "./support/counter.ts";
import {
  buttonsOn,
  expectEasyScreen,
  letterSize,
  silencesOn,
  simulateVoices,
  spokenOn,
  waitForSilenceAfter,
} from "./support/easy.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectMovingVideo } from "./support/media.ts";
import { meet, rememberDevices, setStage } from "./support/stage.ts";

/** For whoever finds the ordinary page too much: one thing at a time, large, and read aloud. */
describe("easy mode", function () {
  this.timeout(180_000);
  const stage = setStage();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();
  const inTwoHours = () => new Date(Math.ceil((Date.now() + 7_200_000) / 1_800_000) * 1_800_000).toISOString();
  const endForAll = async (clerk: Page) => {
    await button(clerk, "Gesprek beëindigen").click();
    await button(clerk, "Beëindigen voor iedereen").click();
  };

  it("by the link, from hours ahead to the end: one main button a screen, and a call that runs", async () => {
    const { page, faults } = await stage.enter();
    const early = await bookByRequest(stage.stack, { name: "Ella Early", startsAt: inTwoHours() });
    await page.goto(early);
    await button(page, "Annuleer de afspraak").waitFor();
    const ordinary = await letterSize(page);
    await page.goto(`${early}?easy`);
    await button(page, "Meer").waitFor();
    expect(page.url()).to.equal(early);
    expect(await page.getByText("Waarvoor").count()).to.equal(0);
    const size = await letterSize(page);
    console.log(`      letters: ${ordinary} px, easy ${size} px`);
    expect(size / ordinary).to.be.at.least(1.5);
    await expectEasyScreen(page, "early", "Test uw camera en geluid");
    await button(page, "Meer").click();
    await page.getByText("Waarvoor").waitFor();
    await button(page, "Annuleer de afspraak").waitFor();
    await button(page, "FR Français").waitFor();
    expect(await faultsOf(page, "easy-early-more")).to.deep.equal([]);
    await button(page, "Minder").click();

    const name = "Emma Easy";
    await page.goto(await bookByRequest(stage.stack, { name }));
    await button(page, "Naar de wachtkamer").waitFor();
    await expectEasyScreen(page, "open", "Naar de wachtkamer");
    await button(page, "Naar de wachtkamer").click();
    await expectEasyScreen(page, "check", "Test camera en microfoon");
    await button(page, "Test camera en microfoon").click();
    await page.getByText("Stap 1 van 4").waitFor();
    await expectEasyScreen(page, "check-camera", "Verder");
    await button(page, "Verder").click();
    await page.getByText("Goed zo, we horen u.").waitFor();
    await expectEasyScreen(page, "check-microphone", "Verder");
    await button(page, "Verder").click();
    await button(page, "Speel een geluid").click();
    await button(page, "Ja, ik hoorde het").click();
    await page.getByText("Goed zo, uw geluid werkt.").waitFor();
    await expectEasyScreen(page, "check-sound", "Verder");
    await button(page, "Verder").click();
    await page.getByText("Alles werkt. U bent klaar voor het gesprek.").waitFor();
    await expectEasyScreen(page, "check-line", "Naar de wachtkamer");
    await button(page, "Naar de wachtkamer").click();
    await heading(page, "Wachtkamer");
    await button(page, "Help mij").waitFor();
    await expectEasyScreen(page, "waiting", "Help mij");
    await button(page, "Help mij").click();
    await button(page, "Liever met de telefoon?").waitFor();
    expect(await faultsOf(page, "easy-help")).to.deep.equal([]);
    await button(page, "Sluit dit").click();

    const clerk = (await stage.enterClerk()).page;
    await admit(clerk, name);
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk)]);
    await button(page, "Help mij").waitFor();
    const inCall = await buttonsOn(page);
    expect(inCall.map((each) => each.name)).to.deep.equal(["Meer", "Microfoon uitzetten", "Help mij", "Ophangen"]);
    for (const { height } of inCall) expect(height).to.be.at.least(64);
    const picture = await page.locator("li video").boundingBox();
    console.log(`      the clerk's picture at 1280 × 800: ${picture!.width} × ${picture!.height} px`);
    expect(picture!.width / 1280).to.be.at.least(0.6);
    const ends = await button(page, "Ophangen").boundingBox();
    expect(ends!.y + ends!.height, "the three buttons are in sight without scrolling").to.be.at.most(800);
    expect(await faultsOf(page, "easy-call")).to.deep.equal([]);
    await button(page, "Meer").click();
    for (const more of ["Camera uitzetten", "Chat openen", "Geluid", "Gewoon scherm"])
      await button(page, more).waitFor();
    expect(await faultsOf(page, "easy-call-more")).to.deep.equal([]);
    await button(page, "Minder").click();

    await say(clerk, "Hoort u mij?");
    await page.getByRole("log").getByText("Hoort u mij?").waitFor();
    await button(page, "Chat sluiten").click();
    await button(page, "Help mij").click();
    await button(page, "Ik wil typen").click();
    await keyboardOf(page).expectFocusOn("textbox", "Uw bericht");
    await page.keyboard.type("Ja, goed.");
    await page.keyboard.press("Enter");
    await clerk.getByRole("log").getByText("Ja, goed.").waitFor();
    expect(await faultsOf(page, "easy-call-typing")).to.deep.equal([]);

    await button(page, "Ophangen").click();
    await page.getByRole("heading", { name: "Wilt u stoppen met het gesprek?" }).waitFor();
    expect(await faultsOf(page, "easy-stop")).to.deep.equal([]);
    await button(page, "Nee, ga verder").click();
    await expectMovingVideo(page);
    await button(page, "Ophangen").click();
    await button(page, "Ja, stop het gesprek").click();
    await heading(page, "U hebt opgehangen");
    await expectEasyScreen(page, "hung-up", "Terug naar het gesprek");
    await button(page, "Terug naar het gesprek").click();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk)]);
    await endForAll(clerk);
    await heading(page, "Het gesprek is afgelopen");
    await expectEasyScreen(page, "ended", "Vertel hoe het ging");
    await button(page, "Vertel hoe het ging").click();
    await page.getByRole("heading", { name: "Hoe ging het?" }).waitFor();
    await expectEasyScreen(page, "survey", "Verstuur uw antwoorden");
    expect(faults).to.deep.equal([]);
  });

  it("by the switch in a running call, kept after a reload, and off again: the call goes on", async () => {
    const { citizen, clerk } = await meet(stage, "Stef Switch");
    const { page } = citizen;
    const connections = () =>
      page.evaluate(
        () => (window as unknown as { recordedConnections: RTCPeerConnection[] }).recordedConnections.length,
      );
    const before = await connections();
    await button(page, "Eenvoudig scherm").click();
    await button(page, "Help mij").waitFor();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
    expect(await connections(), "still the first connection").to.equal(before);
    await page.reload();
    await button(page, "Help mij").waitFor();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
    await button(page, "Meer").click();
    await button(page, "Gewoon scherm").click();
    await button(page, "Camera uitzetten").waitFor();
    await expectMovingVideo(page);
    await page.reload();
    await button(page, "Eenvoudig scherm").waitFor();
    await button(page, "Camera uitzetten").waitFor();
    expect(await page.getAttribute("html", "data-easy")).to.equal(null);
  });

  it("what a screen says is handed to the device's own voice when asked, and stops with the screen (simulated voices)", async () => {
    const citizen = await stage.enter();
    const { page } = citizen;
    await simulateVoices(citizen.context, "nl-BE");
    await rememberDevices(citizen);
    const name = "Lea Listens";
    await page.goto(`${await bookByRequest(stage.stack, { name })}?easy`);
    await button(page, "Lees voor").click();
    const spoken = await spokenOn(page);
    expect(spoken.map(({ text }) => text)).to.deep.equal([
      "Uw afspraak met video",
      "De wachtkamer is open. U kunt binnenkomen.",
      "Knop: Naar de wachtkamer",
    ]);
    for (const { lang, voice, isReal } of spoken)
      expect({ lang, voice, isReal }).to.deep.equal({ lang: "nl-BE", voice: "of the device", isReal: true });
    const silent = await silencesOn(page);
    await button(page, "Stop met lezen").click();
    await waitForSilenceAfter(page, silent);
    await button(page, "Lees voor").click();
    const reading = await silencesOn(page);
    await button(page, "Naar de wachtkamer").click();
    await heading(page, "Wachtkamer");
    await waitForSilenceAfter(page, reading);
    await button(page, "Lees voor").waitFor();
    const clerk = (await stage.enterClerk()).page;
    const beforeCall = (await spokenOn(page)).length;
    await admit(clerk, name);
    await expectMovingVideo(page);
    await button(page, "Help mij").waitFor();
    expect(await button(page, "Lees voor").count(), "in the call behind Meer").to.equal(0);
    await button(page, "Meer").click();
    await button(page, "Lees voor").waitFor();
    expect((await spokenOn(page)).length, "nothing is read by itself").to.equal(beforeCall);
  });

  it("where the browser has no voice it says so, and offers no button", async () => {
    const { page } = await stage.enter();
    await page.goto(`${await bookByRequest(stage.stack, { name: "Vic Voiceless" })}?easy`);
    await button(page, "Meer").click();
    await page.getByText("Dit toestel kan niet voorlezen.").waitFor();
    const voices = await page.evaluate(() => speechSynthesis.getVoices().filter(({ lang }) => /^nl/.test(lang)).length);
    console.log(`      Dutch voices in this Chromium: ${voices}`);
    expect(await button(page, "Lees voor").count()).to.equal(0);
  });

  it("by keyboard alone, from the link to hanging up", async () => {
    const { page } = await stage.enter();
    const keys = keyboardOf(page);
    const name = "Kim Keys";
    await page.goto(`${await bookByRequest(stage.stack, { name })}?easy`);
    await keys.press("button", "Naar de wachtkamer");
    await heading(page, "Test uw camera en microfoon");
    await keys.expectFocus();
    await keys.press("button", "Test camera en microfoon");
    for (const step of [1, 2, 3]) {
      await page.getByText(`Stap ${step} van 4`).waitFor();
      await keys.expectFocus();
      await keys.press("button", "Verder");
    }
    await page.getByText("Stap 4 van 4").waitFor();
    await keys.press("button", "Naar de wachtkamer");
    await heading(page, "Wachtkamer");
    await keys.expectFocus();
    const clerk = (await stage.enterClerk()).page;
    await admit(clerk, name);
    await expectMovingVideo(page);
    await keys.expectFocus();
    await keys.press("button", "Help mij");
    await keys.press("button", "Sluit dit");
    await keys.expectFocusOn("button", "Help mij");
    await keys.press("button", "Meer");
    await keys.press("button", "Chat openen");
    await keys.press("button", "Minder");
    await keys.press("button", "Chat sluiten");
    await button(page, "Chat sluiten").waitFor({ state: "hidden" });
    await keys.expectFocus();
    await keys.press("button", "Ophangen");
    await keys.press("button", "Ja, stop het gesprek");
    await heading(page, "U hebt opgehangen");
    await keys.expectFocus();
    console.log(`      Tab stops, each with a visible focus: ${keys.stops}`);
  });
});
