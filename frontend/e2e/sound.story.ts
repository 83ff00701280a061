import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { bookByRequest } from "./support/api.ts";
import { faultsOf } from "./support/axe.ts";
import type { Person } from "./support/browser.ts";
import { admit } from "./support/counter.ts";
import { hearStereo, listenOnce, listenTo, play, speakATone, tapSpeakers } from "./support/heard.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { hideDevices, sentMicrophone, speakerOfThePage, unplugMicrophone } from "./support/sound-devices.ts";
import { an, rememberDevices, setStage } from "./support/stage.ts";

/** What a citizen hears is measured from the samples on their way to the speaker. */
describe("the sound of a call", function () {
  this.timeout(180_000);
  const stage = setStage();

  const openSound = (page: Page) => page.getByRole("button", { name: "Geluid", exact: true }).click();
  const close = (page: Page) => page.getByRole("button", { name: "Sluiten" }).click();
  const volume = (page: Page) => page.getByRole("slider", { name: `Volume van ${an.name}` });
  const balance = (page: Page) => page.getByRole("slider", { name: "Links of rechts" });
  const preset = (page: Page, name: string) => page.getByRole("radio", { name });

  /** The clerk's microphone is a tone; the citizen's speaker is tapped. */
  const meet = async (name: string, prepare?: (citizen: Person) => Promise<unknown>) => {
    const [clerk, citizen] = await Promise.all([stage.enterClerk(), stage.enter()]);
    const link = await bookByRequest(stage.stack, { name });
    await Promise.all([speakATone(clerk.context), tapSpeakers(citizen.context), rememberDevices(citizen)]);
    await prepare?.(citizen);
    await Promise.all([clerk.page.reload(), citizen.page.goto(link)]);
    await citizen.page.getByRole("button", { name: "Naar de wachtkamer" }).click();
    await admit(clerk.page, name);
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
    return { clerk, citizen };
  };

  it("a voice is one, two and three times as loud, and a loud one never clips", async () => {
    const { clerk, citizen } = await meet("Els Geluid");
    await openSound(citizen.page);
    await volume(citizen.page).fill("200");

    await play(clerk.page, { volume: 0.25 });
    const quiet: number[] = [];
    for (const percent of ["100", "200", "300"]) {
      await volume(citizen.page).fill(percent);
      const heard = await listenTo(citizen.page);
      quiet.push(heard.rms[0]);
      expect(heard.clipped).to.equal(0);
    }
    const [one = 0, two = 0, three = 0] = quiet;
    console.log(`      quiet tone: gain ${(two / one).toFixed(3)} at 200 %, ${(three / one).toFixed(3)} at 300 %`);
    expect(one).to.be.within(0.15, 0.2);
    expect(two / one).to.be.within(1.9, 2.1);
    expect(three / one).to.be.within(2.85, 3.15);

    await volume(citizen.page).fill("100");
    await play(clerk.page, { volume: 0.9 });
    const { peak } = await listenTo(citizen.page);
    expect(peak, "three times as much would clip").to.be.above(0.7);
    for (const percent of ["100", "200", "300"]) {
      // The step from quiet to loud belongs to what is measured.
      await play(clerk.page, { volume: 0.05 });
      await volume(citizen.page).fill(percent);
      const whole = listenOnce(citizen.page, 40);
      await play(clerk.page, { volume: 0.9 });
      const heard = await whole;
      console.log(
        `      loud tone at ${percent} %: peak ${heard.peak.toFixed(3)}, ${heard.clipped} of ${heard.samples}`,
      );
      expect(heard.clipped).to.equal(0);
      expect(heard.peak).to.be.within(0.7, 1);
    }
    expect([...citizen.faults, ...clerk.faults]).to.deep.equal([]);
  });

  it("tones are raised and cut as the presets say, left and right as the slider says", async () => {
    const { clerk, citizen } = await meet("Els Klank");
    await openSound(citizen.page);
    await balance(citizen.page).fill("-100");
    const left = await listenTo(citizen.page);
    expect(left.rms[0]).to.be.within(0.15, 0.2);
    expect(left.rms[1]).to.be.below(0.001);
    await balance(citizen.page).fill("50");
    const right = await listenTo(citizen.page);
    expect(right.rms[0] / right.rms[1]).to.be.within(0.48, 0.52);
    await balance(citizen.page).fill("0");

    const frequencies = [100, 1000, 2800, 6000];
    const levels = async () => {
      const found: number[] = [];
      for (const frequency of frequencies) {
        await play(clerk.page, { frequency });
        found.push((await listenTo(citizen.page)).rms[0]);
      }
      return found;
    };
    const plain = await levels();
    const change = async (name: string) => {
      await preset(citizen.page, name).check();
      const decibels = (await levels()).map((level, index) => 20 * Math.log10(level / (plain[index] ?? 1)));
      const words = frequencies.map((frequency, index) => `${frequency} Hz ${decibels[index]?.toFixed(1)} dB`);
      console.log(`      ${name}: ${words.join(", ")}`);
      return decibels as [number, number, number, number];
    };
    const phone = await change("Zoals een telefoon");
    expect(phone[0]).to.be.below(-20);
    expect(phone[1]).to.be.within(-1.5, 1.5);
    expect(phone[3]).to.be.below(-12);
    const speech = await change("Duidelijke stem");
    expect(speech[0]).to.be.below(-3);
    expect(speech[2]).to.be.within(5.5, 8.5);
  });

  it("two sides become one in both ears, and the choice is there after a reload", async () => {
    const { citizen } = await meet("Els Mono", (person) => hearStereo(person.context));
    const { page } = citizen;
    await openSound(page);
    await preset(page, "Meer hoge tonen").check();
    await volume(page).fill("150");
    const apart = await listenTo(page, [440, 1000]);
    await page.getByRole("checkbox", { name: "Alles in beide oren" }).check();
    const together = await listenTo(page, [440, 1000]);
    const [low = [0, 0], high = [0, 0]] = apart.tones;
    expect(low[0]).to.be.above(0.2);
    expect(low[1]).to.be.below(0.02);
    expect(high[0]).to.be.below(0.02);
    expect(high[1]).to.be.above(0.2);
    expect(together.rms[0]).to.be.closeTo(together.rms[1], 0.001);
    for (const [left, right] of together.tones) for (const side of [left, right]) expect(side).to.be.above(0.1);

    await page.reload();
    await expectMovingVideo(page);
    const listen = page.getByRole("button", { name: "Zet het geluid aan" });
    await until("it sounds, or asks for a click", async () => (await listen.isVisible()) || (await plays(page)));
    const wasBlocked = await listen.isVisible();
    console.log(`      after the reload the browser ${wasBlocked ? "wanted a click" : "played by itself"}`);
    if (wasBlocked) await listen.click();
    const again = await listenTo(page);
    expect(again.rms[0]).to.be.within(together.rms[0] * 0.95, together.rms[0] * 1.05);
    expect(again.rms[0]).to.be.closeTo(again.rms[1], 0.001);
    await openSound(page);
    expect(await volume(page).inputValue()).to.equal("150");
    expect(await preset(page, "Meer hoge tonen").isChecked()).to.equal(true);
    expect(await page.getByRole("checkbox", { name: "Alles in beide oren" }).isChecked()).to.equal(true);
    await page.getByRole("button", { name: "Zet het geluid terug op gewoon" }).click();
    await page.getByText("Het geluid staat weer op gewoon.").waitFor();
    expect(await volume(page).inputValue()).to.equal("100");
  });

  it("a voice that was made louder is not heard either without sound, and again with it", async () => {
    const { citizen } = await meet("Els Zonder");
    const { page } = citizen;
    await openSound(page);
    await volume(page).fill("200");
    const before = await listenTo(page);
    await close(page);
    await page.getByRole("button", { name: "Beeld kiezen" }).click();
    await page.getByRole("checkbox", { name: /^Gebarentaal/ }).check();
    const silent = page.getByRole("checkbox", { name: /^Zonder geluid/ });
    await silent.check();
    await until("silence", async () => (await listenOnce(page, 4)).peak < 0.0005);
    await silent.uncheck();
    const after = await listenTo(page);
    expect(after.rms[0]).to.be.within(before.rms[0] * 0.95, before.rms[0] * 1.05);
  });

  it("the panel opens, changes and closes by keyboard, and is without fault at both widths", async () => {
    const { clerk, citizen } = await meet("Els Toets");
    for (const [{ page }, name] of [
      [citizen, an.name],
      [clerk, "Els Toets"],
    ] as const) {
      const keyboard = keyboardOf(page);
      await keyboard.press("button", "Geluid");
      const slider = page.getByRole("slider", { name: `Volume van ${name}` });
      await slider.waitFor();
      await page.keyboard.press("Tab");
      await until("the slider has the focus", () => slider.evaluate((each) => each === document.activeElement));
      await page.keyboard.press("ArrowRight");
      expect(await slider.getAttribute("aria-valuetext")).to.equal("110 %");
      expect(await faultsOf(page, `sound-panel-${page === clerk.page ? "clerk" : "citizen"}`)).to.deep.equal([]);
      await page.keyboard.press("Escape");
      await keyboard.expectFocusOn("button", "Geluid");
    }
  });

  it("talking with the microphone off is said, and an unplugged microphone is opened anew", async () => {
    const { clerk, citizen } = await meet("Els Micro");
    const { page } = citizen;
    await page.getByRole("button", { name: "Microfoon uitzetten" }).click();
    const warning = page.getByRole("status").filter({ hasText: "U praat, maar uw microfoon staat uit." });
    await warning.waitFor();
    expect(await faultsOf(page, "sound-muted-talk")).to.deep.equal([]);
    await warning.getByRole("button", { name: "Microfoon aanzetten" }).click();
    await warning.getByRole("button").waitFor({ state: "detached" });

    const before = await sentMicrophone(page);
    await page.evaluate(unplugMicrophone);
    await page.getByText(/Uw microfoon is er weer. U praat nu in Fake/).waitFor();
    await until("another microphone is sent", async () => {
      const now = await sentMicrophone(page);
      return now.id !== before.id && now.readyState === "live";
    });
    await expectAudible(clerk.page);
    expect(await faultsOf(page, "sound-microphone-changed")).to.deep.equal([]);
    await page.getByRole("button", { name: "Begrepen" }).click();

    await openSound(page);
    await page.getByRole("combobox", { name: "Microfoon" }).selectOption({ label: "Fake Audio Input 2" });
    await until("the chosen one is sent", async () => (await sentMicrophone(page)).label === "Fake Audio Input 2");
    await expectAudible(clerk.page);
    await page
      .getByText("goed", { exact: true })
      .or(page.getByText("zacht", { exact: true }))
      .first()
      .waitFor();

    await page.getByRole("combobox", { name: "Luidspreker" }).selectOption({ label: "Fake Audio Output 2" });
    await until("the speaker has changed", () => page.evaluate(speakerOfThePage));
    await close(page);

    await page.evaluate(hideDevices, "Fake Audio Output 2");
    await page.getByText("Het geluid komt nu uit de gewone luidspreker van dit toestel.").waitFor();
    expect(await page.evaluate(speakerOfThePage)).to.equal(false);
    await page.evaluate(hideDevices, "none");
    await page.getByText("Het geluid komt nu uit Fake Audio Output 2.").waitFor();

    await page.evaluate(hideDevices, "Fake Audio Input|Fake Default Audio Input");
    await page.evaluate(unplugMicrophone);
    await page.getByText("Uw microfoon is gestopt").first().waitFor();
    await page.evaluate(hideDevices, "none");
    await page.getByText(/Uw microfoon is er weer. U praat nu in Fake Audio Input 2/).waitFor();
    await expectAudible(clerk.page);
    expect(citizen.faults).to.deep.equal([]);
  });

  it("a browser without Web Audio plays as before, and says what it cannot", async () => {
    const { citizen } = await meet("Els Eenvoud", ({ context }) =>
      context.addInitScript(() => void Reflect.deleteProperty(window, "AudioContext")),
    );
    await openSound(citizen.page);
    await citizen.page.getByText("Uw browser kan het geluid niet luider zetten dan gewoon").waitFor();
    await volume(citizen.page).fill("50");
    await until("the element plays at half its volume", () =>
      citizen.page.evaluate(() => {
        const audio = document.querySelector("audio");
        return audio !== null && !audio.paused && !audio.muted && audio.volume === 0.5;
      }),
    );
    await expectAudible(citizen.page);
  });
});

const plays = (page: Page): Promise<boolean> =>
  page.evaluate(() => (window as unknown as { heardBlocks: unknown[] }).heardBlocks.length > 0);
