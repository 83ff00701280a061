import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectAudible, expectMovingVideo, expectSilence, expectStill } from "./support/media.ts";
import {
  endByBrowser,
  limitPicture,
  otherPicture,
  receivedPicture,
  receivedRate,
  samePicture,
} from "./support/pictures.ts";
import { meet, setStage } from "./support/stage.ts";

/** The fake camera runs at 30 frames per second here, as real ones do; the screen that is shared is the page itself. */
const camera = "--use-fake-device-for-media-stream=fps=30,display-media-type=browser";

describe("what one sees in a call", function () {
  this.timeout(180_000);
  const stage = setStage({ browserArguments: [camera] });
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).first();
  const check = (page: Page, name: RegExp) => page.getByRole("checkbox", { name });
  const cameraPicture = async (page: Page) => {
    await expectMovingVideo(page);
    return until("a picture", () => receivedPicture(page));
  };

  it("clerk and citizen show their screens, and the camera returns", async () => {
    const { citizen, clerk } = await meet(stage, "Els Scherm");
    const [els, an] = [citizen.page, clerk.page];
    const anAsCamera = await cameraPicture(els);

    await button(an, "Deel uw scherm").click();
    await an.getByText("U deelt uw scherm.", { exact: true }).waitFor();
    await els.getByText("An Peeters deelt nu het scherm.").waitFor();
    const anAsScreen = await otherPicture(els, anAsCamera);
    console.log(`      clerk's camera ${size(anAsCamera)}, screen ${size(anAsScreen)} as decoded by the citizen`);
    await state(an, "seeing-clerk-shares");
    await state(els, "seeing-citizen-looks-at-screen");
    await button(an, "Stop met delen").click();
    await samePicture(els, anAsCamera);
    await expectMovingVideo(els);
    await els.getByText("deelt het scherm").waitFor({ state: "detached" });

    const elsAsCamera = await cameraPicture(an);
    await button(els, "Deel uw scherm").click();
    await els.getByText("U deelt uw scherm.", { exact: true }).waitFor();
    await otherPicture(an, elsAsCamera);
    await an.getByText("Els Scherm deelt nu het scherm.").waitFor();
    await state(els, "seeing-citizen-shares");
    await state(an, "seeing-clerk-looks-at-screen");
    await endByBrowser(els);
    await els.getByText("U deelt uw scherm.", { exact: true }).waitFor({ state: "detached" });
    await samePicture(an, elsAsCamera);
    await Promise.all([expectMovingVideo(an), expectMovingVideo(els)]);
    expectNoFaults();
    for (const { faults } of [citizen, clerk]) expect(faults).to.deep.equal([]);
  });

  it("a screen is shown also with the camera off, which stays off, and after a reload of who looks", async () => {
    const { citizen, clerk } = await meet(stage, "Karel Donker");
    const [karel, an] = [citizen.page, clerk.page];
    const karelAsCamera = await cameraPicture(an);
    await button(karel, "Camera uitzetten").click();
    await an.getByText("Karel Donker heeft de camera uit.").waitFor();
    await button(karel, "Deel uw scherm").click();
    await otherPicture(an, karelAsCamera);
    await an.reload();
    // With the call of the story before still open, a clerk comes back to the queue.
    await an.getByRole("button", { name: "Terug naar het gesprek met Karel Donker" }).click();
    await an.getByText("Karel Donker deelt nu het scherm.").waitFor();
    await otherPicture(an, karelAsCamera);
    await button(karel, "Stop met delen").click();
    await an.getByText("Karel Donker heeft de camera uit.").waitFor();
    await button(karel, "Camera aanzetten").click();
    await samePicture(an, karelAsCamera);
    await expectMovingVideo(an);
  });

  it("a shared screen is shown again once the video service was away", async () => {
    const { citizen, clerk } = await meet(stage, "Roos Terug");
    const [roos, an] = [citizen.page, clerk.page];
    const roosAsCamera = await cameraPicture(an);
    await button(roos, "Deel uw scherm").click();
    await otherPicture(an, roosAsCamera);
    await stage.stack.stopOne("prosody");
    try {
      for (const page of [roos, an]) await button(page, "Bel nu opnieuw").waitFor();
      await until("the old picture is gone", async () => (await receivedPicture(an)) === null);
    } finally {
      await stage.stack.start("prosody");
    }
    await an.getByText("Roos Terug deelt nu het scherm.").waitFor();
    await roos.getByText("U deelt uw scherm.", { exact: true }).waitFor();
    await otherPicture(an, roosAsCamera);
    await button(roos, "Stop met delen").click();
    await samePicture(an, roosAsCamera);
    await Promise.all([expectMovingVideo(an), expectMovingVideo(roos)]);
  });

  it("views and pins by keyboard, kept on the device", async () => {
    const { citizen } = await meet(stage, "Lies Toets");
    const { page } = citizen;
    const keys = keyboardOf(page);
    await keys.press("button", "Beeld kiezen");
    await keys.to("radio", "Wie spreekt");
    await keys.arrow("ArrowDown");
    await page.getByRole("radio", { name: "Iedereen even groot", checked: true }).waitFor();
    const [own, other] = await Promise.all([
      page.locator(".call-tile--own").boundingBox(),
      page.locator("li .call-tile").boundingBox(),
    ]);
    expect(Math.abs((own?.width ?? 0) - (other?.width ?? 0))).to.be.below(20);
    await state(page, "seeing-side-by-side");
    await keys.press("button", /^Zet vast/);
    await page.getByRole("button", { name: /^Maak los/ }).waitFor();
    await keys.press("checkbox", /Verberg uw eigen beeld/, "Space");
    await page.getByText("Uw eigen beeld is verborgen.").waitFor();
    await state(page, "seeing-pinned-own-hidden");

    await page.reload();
    await page.getByText("Uw eigen beeld is verborgen.").waitFor();
    expect(await page.locator(".call-tile--own").count()).to.equal(0);
    await page.getByRole("button", { name: /^Maak los/ }).waitFor();
    await expectMovingVideo(page);
    await keys.press("button", "Beeld kiezen");
    await page.getByRole("radio", { name: "Iedereen even groot", checked: true }).waitFor();
    await page.getByText("Zo toont u een papier aan de camera").click();
    await page.getByText("ongeveer 25 cm").waitFor();
    await button(page, "Volledig scherm").click();
    await button(page, "Volledig scherm sluiten").click();
    await button(page, "Volledig scherm").waitFor();
    await state(page, "seeing-paper-hint");
    expectNoFaults();
  });

  it("without the others' picture none is sent, be it a camera's or a screen's, and it comes back", async () => {
    const { citizen, clerk } = await meet(stage, "Sami Zuinig");
    const { page } = citizen;
    const pictures = check(page, /beeld van de anderen uit/);
    await button(page, "Beeld kiezen").click();
    await pictures.check();
    await page.getByText("U hebt het beeld van de anderen uitgezet.").waitFor();
    await clerk.page.getByText("ziet nu geen beeld van u").waitFor();
    await expectStill(page);
    const rate = await receivedRate(page, 3);
    console.log(`      pictures off: ${rate.kbitPerSecond.toFixed(1)} kbit/s of picture`);
    expect(rate.kbitPerSecond).to.be.below(5);
    await state(page, "seeing-pictures-off");
    await pictures.uncheck();
    const camera = await cameraPicture(page);
    await button(clerk.page, "Deel uw scherm").click();
    const screen = await otherPicture(page, camera);
    await pictures.check();
    await expectStill(page);
    await pictures.uncheck();
    await samePicture(page, screen);
    await expectMovingVideo(page);
    expectNoFaults();
  });

  it("without sound holds in the next tab too: there the microphone is off until it is switched on", async () => {
    const { citizen, clerk, link } = await meet(stage, "Mo Stil");
    const { page } = citizen;
    await button(page, "Beeld kiezen").click();
    await check(page, /^Gebarentaal/).check();
    await check(page, /^Zonder geluid/).check();
    await button(page, "Microfoon aanzetten").waitFor();
    const next = await citizen.context.newPage();
    await next.goto(link);
    await button(next, "Terug naar het gesprek").click();
    await expectMovingVideo(next);
    await button(next, "Beeld kiezen").click();
    expect(await check(next, /^Zonder geluid/).isChecked()).to.equal(true);
    await button(next, "Microfoon aanzetten").waitFor();
    await expectSilence(clerk.page);
    await button(next, "Microfoon aanzetten").click();
    await expectAudible(clerk.page);
  });

  it("sign language: at least 20 frames per second at 500 kbit/s", async () => {
    const { citizen, clerk } = await meet(stage, "Gert Gebaar");
    const [gert, an] = [citizen.page, clerk.page];
    const plain = await receivedRate(an, 5);
    await button(an, "Beeld kiezen").click();
    await check(an, /^Gebarentaal/).check();
    await gert.getByText("kijkt naar gebarentaal").waitFor();
    await check(an, /^Zonder geluid/).check();
    await button(an, "Microfoon aanzetten").waitFor();
    expect(await an.locator("audio").count()).to.equal(0);
    await until("the sender has heard of it", () => gert.evaluate(isSendingMotion));
    await limitPicture(gert, 500_000);
    await an.getByRole("button", { name: /^Zet vast/ }).click();
    // The encoder needs a moment to come down to the limit.
    await until("the limit holds", async () => (await receivedRate(an, 2)).kbitPerSecond < 600, 60_000);
    const rate = await receivedRate(an, 10);
    for (const [name, { framesPerSecond, kbitPerSecond, height }] of Object.entries({ plain, limited: rate }))
      console.log(
        `      ${name}: ${framesPerSecond.toFixed(1)} frames per second, ${kbitPerSecond.toFixed(0)} kbit/s, ${height} lines`,
      );
    expect(rate.framesPerSecond).to.be.at.least(20);
    await state(an, "seeing-sign-language");
    expectNoFaults();
  });
});

const size = ({ width, height }: { width: number; height: number }) => `${width} × ${height}`;

const isSendingMotion = (): boolean => {
  const { recordedConnections } = window as unknown as { recordedConnections: RTCPeerConnection[] };
  return recordedConnections
    .filter(({ connectionState }) => connectionState !== "closed")
    .flatMap((connection) => connection.getSenders())
    .some(({ track }) => track?.kind === "video" && track.contentHint === "motion");
};
