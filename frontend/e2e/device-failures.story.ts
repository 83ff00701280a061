import { expect } from "chai";
import { until } from "../../backend/test/until.ts";
import { faultsOf } from "./support/axe.ts";
import { endSending, failFrom, failOpenings, meetFailing, sentTrack, setPermission } from "./support/failing.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { button, heading } from "./support/roles.ts";
import { meet, setStage } from "./support/stage.ts";

/** Each thing that fails: what is said, the way on that is offered, and that it leads on, by what arrives at the other side. */
describe("what fails in a call: camera and microphone", function () {
  this.timeout(180_000);
  const stage = setStage({ isAsking: true });

  it("a camera that its person refused: the call goes on by voice, and allowed again it is there without a click", async () => {
    const { citizen, clerk, enter } = await meetFailing(stage, "Ria Refused", async ({ page }) => {
      await setPermission(stage.browser, page, "camera", "denied");
      await setPermission(stage.browser, page, "microphone", "granted");
    });
    const { page } = citizen;
    await heading(page, "We kunnen uw camera niet gebruiken").waitFor();
    await enter();
    await expectMovingVideo(page);
    await heading(page, "We kunnen uw camera niet gebruiken").waitFor();
    await page.getByText("Klik op het teken links van het adres").waitFor();
    await expectAudible(clerk.page);
    expect(await faultsOf(page, "fail-refused")).to.deep.equal([]);
    await setPermission(stage.browser, page, "camera", "granted");
    await heading(page, "We kunnen uw camera niet gebruiken").waitFor({ state: "detached" });
    await expectMovingVideo(clerk.page);
    expect(citizen.faults).to.deep.equal([]);
  });

  it("a camera that another program has: told, and had as soon as that one is closed", async () => {
    const { citizen, clerk, enter } = await meetFailing(stage, "Bea Busy", ({ context }) =>
      failFrom(context, { kind: "video", name: "NotReadableError", message: "Could not start video source" }),
    );
    const { page } = citizen;
    await enter();
    await expectMovingVideo(page);
    await page.getByText("Sluit andere videogesprekken, zoals Teams of Zoom").waitFor();
    await expectAudible(clerk.page);
    expect(await faultsOf(page, "fail-busy")).to.deep.equal([]);
    await page.evaluate(failOpenings, { kind: "video", name: null } as const);
    await button(page, "Probeer opnieuw").click();
    await expectMovingVideo(clerk.page);
    await heading(page, "We kunnen uw camera niet gebruiken").waitFor({ state: "detached" });
  });

  it("a camera of ten pictures a second is seen again once it was switched off and on", async () => {
    const { citizen, clerk } = await meet(stage, "Sofie Slow");
    await button(citizen.page, "Camera uitzetten").click();
    await clerk.page.getByText("Sofie Slow heeft de camera uit.").waitFor();
    await button(citizen.page, "Camera aanzetten").click();
    await expectMovingVideo(clerk.page);
    for (const { faults } of [citizen, clerk]) expect(faults).to.deep.equal([]);
  });

  it("no microphone: the call goes on in writing, and a microphone that comes later is heard", async () => {
    const { citizen, clerk, enter } = await meetFailing(stage, "Nel Nomic", ({ context }) =>
      failFrom(context, { kind: "audio", name: "NotFoundError", message: "Requested device not found" }),
    );
    const { page } = citizen;
    await enter();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(clerk.page)]);
    await heading(page, "We kunnen uw microfoon niet gebruiken").waitFor();
    await page.getByText("U kunt typen in de chat.").waitFor();
    expect(await faultsOf(page, "fail-no-microphone")).to.deep.equal([]);
    await button(page, "Verder zonder microfoon").click();
    await heading(page, "We kunnen uw microfoon niet gebruiken").waitFor({ state: "detached" });
    await page.evaluate(failOpenings, { kind: "audio", name: null } as const);
    await button(page, "Microfoon aanzetten").click();
    await expectAudible(clerk.page);
  });

  it("the system refuses: the words are those for the system", async () => {
    const { citizen, clerk, enter } = await meetFailing(stage, "Sys Temming", async ({ context }) => {
      await failFrom(context, { kind: "video", name: "NotAllowedError", message: "Permission denied by system" });
      await failFrom(context, { kind: "audio", name: "NotAllowedError", message: "Permission denied by system" });
    });
    const { page } = citizen;
    await enter();
    await heading(page, "We kunnen uw camera en microfoon niet gebruiken").waitFor();
    await page.getByText("Uw computer laat uw browser niet toe.").waitFor();
    await expectMovingVideo(page);
    expect(await faultsOf(page, "fail-system")).to.deep.equal([]);
    for (const kind of ["audio", "video"] as const) await page.evaluate(failOpenings, { kind, name: null } as const);
    await button(page, "Probeer opnieuw").click();
    await Promise.all([expectMovingVideo(clerk.page), expectAudible(clerk.page)]);
  });

  it("a camera and a microphone that the system takes away in mid-call come back by themselves, within ten seconds", async () => {
    const { citizen, clerk } = await meet(stage, "Ilse Interrupted");
    for (const each of [citizen.page, clerk.page]) {
      const other = each === citizen.page ? clerk.page : citizen.page;
      for (const kind of ["video", "audio"] as const) {
        const before = await sentTrack(each, kind);
        await each.evaluate(endSending, kind);
        const at = Date.now();
        await until("another track is sent", async () => {
          const now = await sentTrack(each, kind);
          return now.id !== before.id && now.readyState === "live";
        });
        await (kind === "video" ? expectMovingVideo(other) : expectAudible(other));
        console.log(`      ${kind} ended to ${kind} back at the other side: ${Date.now() - at} ms`);
        expect(Date.now() - at).to.be.below(10_000);
      }
    }
    expect([...citizen.faults, ...clerk.faults]).to.deep.equal([]);
  });

  it("a camera that stays away: after ten seconds one large button, which works once the camera is there", async () => {
    const { citizen, clerk } = await meet(stage, "Pia Phonecall");
    const { page } = citizen;
    await page.evaluate(failOpenings, { kind: "video", name: "NotReadableError" } as const);
    await page.evaluate(endSending, "video" as const);
    await page.getByText("Uw camera is gestopt. We starten ze opnieuw.").waitFor();
    const restart = button(page, "Zet uw camera weer aan");
    await restart.waitFor();
    await expectAudible(clerk.page);
    expect(await faultsOf(page, "fail-camera-lost")).to.deep.equal([]);
    await page.evaluate(failOpenings, { kind: "video", name: null } as const);
    await restart.click();
    await restart.waitFor({ state: "detached" });
    await expectMovingVideo(clerk.page);
  });
});
