import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { bookByRequest } from "./support/api.ts";
import { admit, chooseAnotherDay } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { linkIn, waitForMail } from "./support/mail.ts";
import { expectMovingVideo } from "./support/media.ts";
import { setPhoneStage } from "./support/phone.ts";
import { rememberDevices } from "./support/stage.ts";

/** Saida says at booking that she speaks Turkish: an interpreter is asked days before, and the meeting does not begin silently without one. */
describe("a reserved interpreter", function () {
  this.timeout(180_000);
  const { stage, dialled, setRoster } = setPhoneStage();
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
  const emailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@tolken.example`;
  /** On the roster in this order, who can be mailed. */
  const enrol = async (...names: readonly string[]) => {
    await setRoster(...names.map((name, index) => ({ name, digits: index === 0 ? "09" : "19" })));
    for (const name of names)
      await ask(stage.stack, "update interpreter set email = $2 where name = $1 and is_active", [name, emailOf(name)]);
  };
  const openRequest = async (name: string) => {
    const { mailUrl } = stage.stack;
    const mail = await waitForMail(mailUrl, emailOf(name), /Kunt u tolken voor/);
    const interpreter = await stage.enter();
    await interpreter.page.goto(linkIn(mail));
    await heading(interpreter.page, "Kunt u tolken?").waitFor();
    return { ...interpreter, mail };
  };
  const arrive = async (link: string) => {
    const citizen = await stage.enter();
    await rememberDevices(citizen);
    await citizen.page.goto(link);
    await button(citizen.page, "Naar de wachtkamer").click();
    await heading(citizen.page, "Wachtkamer").waitFor();
    return citizen;
  };
  const cardOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

  it("is wished for at booking; one declines, the next one confirms, and everybody sees it", async () => {
    await enrol("Nora Nee", "Jale Ja");
    const citizen = await stage.enter();
    const { page } = citizen;
    await page.goto(stage.stack.publicUrl);
    await page.getByRole("button", { name: /Een zaal huren/ }).click();
    // Not today: late in the evening the last time is too near for anybody to be asked ahead.
    await chooseAnotherDay(page);
    await page
      .getByRole("radio", { name: /^\d\d:\d\d/ })
      .last()
      .check();
    await button(page, "Verder").click();
    await page.getByLabel("Uw naam").fill("Saida Vooraf");
    await page.getByLabel("Uw e-mailadres").fill("saida.vooraf@example.org");
    await page.getByRole("group", { name: "Hebt u een tolk nodig?" }).getByRole("radio", { name: "Ja" }).check();
    await button(page, "Verder").click();
    await page.getByRole("alert").getByText("Kies de taal die u spreekt.").waitFor();
    await state(page, "booking-interpreter-missing");
    await page.getByLabel("Welke taal spreekt u?").selectOption({ label: "Turks" });
    await state(page, "booking-interpreter");
    await button(page, "Verder").click();
    await page
      .getByRole("term")
      .filter({ hasText: /^Tolk$/ })
      .waitFor();
    await page.getByText("Turks", { exact: true }).waitFor();
    await button(page, "Maak de afspraak").click();
    await heading(page, "Uw afspraak is gemaakt").waitFor();
    const link = linkIn(await waitForMail(stage.stack.mailUrl, "saida.vooraf@example.org", /\/a\//));
    await page.goto(link);
    await page.getByText("Turks", { exact: true }).waitFor();

    const nora = await openRequest("Nora Nee");
    expect(`${nora.mail.subject} ${nora.mail.text} ${await nora.page.content()}`).to.not.match(/Saida|zaal/i);
    expect(nora.mail.attachments.some(({ contentType }) => contentType === "text/calendar")).to.equal(true);
    await state(nora.page, "reservation-asked");
    await button(nora.page, "Nee").click();
    await heading(nora.page, "U komt niet").waitFor();
    await state(nora.page, "reservation-declined");
    await waitForMail(stage.stack.mailUrl, emailOf("Nora Nee"), /Gaat niet door/);

    const jale = await openRequest("Jale Ja");
    const clerk = await stage.enterClerk();
    const ahead = clerk.page.getByText("Tolken in de komende 7 dagen");
    await ahead.click();
    await cardOf(clerk.page, "Saida Vooraf").getByText("Jale Ja is gevraagd: nog geen antwoord.").first().waitFor();
    await clerk.page.getByText("Nog niet bevestigd: 1").waitFor();
    await button(jale.page, "Ja, ik kom").click();
    await heading(jale.page, "U tolkt").waitFor();
    await state(jale.page, "reservation-confirmed");
    await waitForMail(stage.stack.mailUrl, emailOf("Jale Ja"), /U tolkt voor/);
    await clerk.page.reload();
    await ahead.click();
    await cardOf(clerk.page, "Saida Vooraf").getByText("Bevestigd: Jale Ja komt.").first().waitFor();
    await state(clerk.page, "console-ahead");

    await button(jale.page, "Ik kan toch niet").click();
    await jale.page.getByRole("dialog", { name: "Kunt u toch niet?" }).waitFor();
    await state(jale.page, "reservation-cannot");
    await button(jale.page, "Nee, ik kan niet").click();
    await heading(jale.page, "U komt niet").waitFor();
    await until("nobody is left", async () => {
      const [row] = await ask(
        stage.stack,
        "select interpreter_sought_at is not null found from appointment where citizen_name = 'Saida Vooraf'",
      );
      return row!["found"] === true;
    });
    await clerk.page.reload();
    await ahead.click();
    await cardOf(clerk.page, "Saida Vooraf").getByText("Niemand gevonden.").first().waitFor();
    expectNoFaults([citizen, nora, jale, clerk]);
  });

  it("nobody is found: the clerk is asked before it begins, and phones one at once", async () => {
    await setRoster({ name: "Ayşe Yılmaz", digits: "09" });
    const link = await bookByRequest(stage.stack, { name: "Saida Zonder", interpreterLanguage: "tr" });
    const [citizen, clerk] = await Promise.all([arrive(link), stage.enterClerk()]);
    const { page } = clerk;
    const dialog = page.getByRole("dialog", { name: "Er is geen tolk bevestigd. Toch beginnen?" });
    await cardOf(page, "Saida Zonder").getByText("Tolk nodig: Turks. Niemand gevonden.").first().waitFor();
    await admit(page, "Saida Zonder");
    await dialog.waitFor();
    await state(page, "admission-without-interpreter");
    await button(page, "Nog niet beginnen").click();
    await dialog.waitFor({ state: "detached" });
    await heading(citizen.page, "Wachtkamer").waitFor();
    await admit(page, "Saida Zonder");
    await button(page, "Zoek nu een tolk").click();
    await page.getByRole("dialog", { name: "Voor welke taal zoekt u een tolk?" }).waitFor();
    await button(page, "Bel een tolk: Turks").click();
    await page.getByText("Ayşe Yılmaz is in het gesprek.").waitFor();
    await Promise.all([expectMovingVideo(page), expectMovingVideo(citizen.page)]);
    expectNoFaults([citizen, clerk]);
  });

  it("the one who confirmed is rung first, and nobody is asked before it begins", async () => {
    await setRoster({ name: "Eerste Rang", digits: "09" }, { name: "Vera Vast", digits: "19" });
    await ask(stage.stack, "update interpreter set email = $1 where name = 'Vera Vast'", [emailOf("Vera Vast")]);
    const link = await bookByRequest(stage.stack, {
      ...{ name: "Saida Zeker", interpreterLanguage: "tr", afterMinutes: 45 },
    });
    const vera = await openRequest("Vera Vast");
    await button(vera.page, "Ja, ik kom").click();
    await heading(vera.page, "U tolkt").waitFor();
    // An hour goes by.
    await ask(
      stage.stack,
      `update appointment set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour',
         seat_free_at = seat_free_at - interval '1 hour', seat = 39 where citizen_name = 'Saida Zeker'`,
    );
    const [citizen, clerk] = await Promise.all([arrive(link), stage.enterClerk()]);
    const { page } = clerk;
    await cardOf(page, "Saida Zeker").getByText("Bevestigd: Vera Vast komt.").first().waitFor();
    await admit(page, "Saida Zeker");
    await expectMovingVideo(page);
    await page.keyboard.press("F2");
    await button(page, "Bel een tolk: Turks").click();
    await page.getByText("Vera Vast is in het gesprek.").waitFor();
    expect(dialled).to.have.lengthOf(1);
    expectNoFaults([vera, citizen, clerk]);
  });
});
