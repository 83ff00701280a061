import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { setPhoneStage } from "./support/phone.ts";
import { an, meet, type Visit } from "./support/stage.ts";

/** Saida speaks Turkish: the clerk finds an interpreter by phone, while the two go on talking. The gateway is a stand-in, and the leg has no sound here. */
describe("an interpreter by phone", function () {
  this.timeout(240_000);
  const phone = setPhoneStage();
  const { stage, setRoster, untilLegs } = phone;
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const part = ({ clerk }: Visit) => clerk.page.getByRole("region", { name: "Tolk", exact: true });
  const reads = (visit: Visit, text: string | RegExp) => part(visit).getByText(text).waitFor();
  const citizenReads = ({ citizen }: Visit, text: string) => citizen.page.getByText(text).first().waitFor();
  /** By the key alone: the beginning of a language, Enter. */
  const askByKey = async ({ clerk: { page } }: Visit, typed: string, language: string) => {
    await page.keyboard.press("F2");
    await page.getByRole("radio", { name: new RegExp(language) }).waitFor();
    await page.keyboard.type(typed);
    await button(page, `Bel een tolk: ${language}`).waitFor();
    await page.keyboard.press("Enter");
  };
  const goOn = ({ citizen, clerk }: Visit) =>
    Promise.all([citizen.page, clerk.page].flatMap((page) => [expectMovingVideo(page), expectAudible(page)]));
  const endForAll = async ({ clerk: { page } }: Visit) => {
    await button(page, "Gesprek beëindigen").click();
    await button(page, "Beëindigen voor iedereen").click();
  };

  it("the first answers: asked by key, told to the citizen in words, hung up, and the minutes are written down", async () => {
    await setRoster({ name: "Ayşe Yılmaz", digits: "09" });
    const visit = await meet(stage, "Saida Eerste");
    const { clerk, citizen } = visit;
    await clerk.page.keyboard.press("F2");
    await clerk.page.getByRole("radio", { name: /Turks/ }).waitFor();
    await state(clerk.page, "interpreter-choose");
    await clerk.page.getByRole("dialog").getByRole("button", { name: "Zoek een tolk" }).click();
    await clerk.page.getByText("Kies eerst een taal.").waitFor();
    await keyboardOf(clerk.page).expectFocusOn("radio", /Turks/);
    await clerk.page.keyboard.press("Escape");
    await askByKey(visit, "tur", "Turks");
    await citizenReads(visit, "We wachten op een tolk aan de telefoon: Turks.");
    await reads(visit, "Ayşe Yılmaz is in het gesprek.");
    await citizenReads(visit, "Ayşe Yılmaz tolkt: Turks.");
    await state(clerk.page, "interpreter-clerk");
    await state(citizen.page, "interpreter-citizen");
    const people = citizen.page.getByRole("list", { name: "In dit gesprek" });
    expect(await people.textContent())
      .to.include("Ayşe Yılmaz")
      .and.to.not.match(/3247/);
    await goOn(visit);
    expect(await button(clerk.page, /^Zet .* stil$/).count(), "without a bridge they are heard by nobody").to.equal(0);
    await button(clerk.page, "Hang op met Ayşe Yılmaz").click();
    await untilLegs(0);
    await part(visit).getByText("Het gesprek met Ayşe Yılmaz is voorbij.").waitFor();
    await goOn(visit);
    const [call] = await ask(
      stage.stack,
      "select extract(epoch from ended_at - connected_at)::float8 seconds, state from interpreter_call order by dialled_at desc limit 1",
    );
    expect(call!["state"]).to.equal("ended");
    expect(call!["seconds"]).to.be.above(0);
    // No number leads here, and what tells so has long been loaded.
    expect(await button(clerk.page, "Laat iemand inbellen").count()).to.equal(0);
    expectNoFaults([clerk, citizen]);
  });

  it("three do not answer, the fourth does; each step is seen", async () => {
    await setRoster(
      { name: "Bilal Bezet", digits: "01" },
      { name: "Nuray Niet", digits: "02" },
      { name: "Nihat Niet", digits: "12" },
      { name: "Vera Vierde", digits: "00" },
    );
    const visit = await meet(stage, "Saida Vierde");
    await askByKey(visit, "tur", "Turks");
    await reads(visit, "Bilal Bezet was bezet of nam niet aan.");
    await reads(visit, "We bellen nu Nuray Niet.");
    await state(visit.clerk.page, "interpreter-ringing");
    await reads(visit, "Nuray Niet nam niet op.");
    await reads(visit, "We bellen nu Nihat Niet.");
    await button(visit.clerk.page, "Bel de volgende").click();
    await reads(visit, "Vera Vierde is in het gesprek.");
    await untilLegs(1);
    expect(phone.dialled).to.have.length(4);
    await citizenReads(visit, "Vera Vierde tolkt: Turks.");
    expect(await visit.citizen.page.content()).to.not.match(/Nuray|Nihat|Bilal/);
    await endForAll(visit);
    await untilLegs(0);
    expectNoFaults([visit.clerk, visit.citizen]);
  });

  it("nobody answers: again, another language, or a note for later", async () => {
    await setRoster({ name: "Bilal Bezet", digits: "01" }, { name: "Pari Pasjtoe", digits: "00", languages: ["ps"] });
    const visit = await meet(stage, "Saida Niemand");
    const { page } = visit.clerk;
    await askByKey(visit, "tur", "Turks");
    await reads(visit, "Er nam niemand op.");
    await state(page, "interpreter-nobody");
    await part(visit).getByRole("button", { name: "Bel opnieuw" }).first().click();
    await until("called twice", async () => phone.dialled.length === 2);
    await reads(visit, "Er nam niemand op.");
    await part(visit)
      .getByRole("button", { name: /zet het in de/ })
      .last()
      .click();
    await part(visit)
      .getByText(/^Dit staat nu in de/)
      .waitFor();
    await part(visit).getByRole("button", { name: "Kies een andere taal" }).last().click();
    await page
      .getByRole("dialog")
      .getByRole("radio", { name: /Pasjtoe/ })
      .check();
    await button(page, "Bel een tolk: Pasjtoe").click();
    await reads(visit, "Pari Pasjtoe is in het gesprek.");
    await endForAll(visit);
    await untilLegs(0);
    expect(await page.getByRole("textbox", { name: /nota|notitie/i }).inputValue()).to.include("Turks");
    expectNoFaults([visit.clerk, visit.citizen]);
  });

  it("the citizen hangs up during the search: nobody is rung any more", async () => {
    await setRoster({ name: "Nuray Niet", digits: "02" }, { name: "Nihat Niet", digits: "12" });
    const visit = await meet(stage, "Saida Weg");
    await askByKey(visit, "tur", "Turks");
    await reads(visit, "We bellen nu Nuray Niet.");
    await untilLegs(1);
    await button(visit.citizen.page, "Ophangen").click();
    await untilLegs(0);
    await until("the search is over", async () => {
      const [request] = await ask(stage.stack, "select state from interpreter_request order by asked_at desc limit 1");
      return request!["state"] === "withdrawn";
    });
    expect(phone.dialled).to.have.length(1);
  });

  it("the interpreter's line drops: seen at once, and one press rings them again", async () => {
    await setRoster({ name: "Ilse Ander", digits: "01" }, { name: "Deniz Drop", digits: "26" });
    const visit = await meet(stage, "Saida Drop");
    await askByKey(visit, "tur", "Turks");
    await reads(visit, "Deniz Drop is in het gesprek.");
    await reads(visit, "Het gesprek met Deniz Drop is voorbij.");
    await state(visit.clerk.page, "interpreter-dropped");
    const before = phone.dialled.length;
    await button(visit.clerk.page, "Bel Deniz Drop opnieuw").click();
    await reads(visit, "Deniz Drop is in het gesprek.");
    expect(phone.dialled.slice(before).map((number) => number.slice(-2))).to.deep.equal(["26"]);
    await goOn(visit);
    await endForAll(visit);
    await untilLegs(0);
    expectNoFaults([visit.clerk, visit.citizen]);
  });

  it("an answer that comes later than the news of the search puts nothing back", async () => {
    await setRoster({ name: "Nuray Niet", digits: "02" });
    const visit = await meet(stage, "Saida Traag");
    const { page } = visit.clerk;
    const dialog = page.getByRole("dialog");
    await page.route("**/api/meetings/*/interpreters", async (route) => {
      const answer = await route.fetch();
      if (route.request().method() === "POST") await reads(visit, "We bellen nu Nuray Niet.");
      await route.fulfill({ response: answer });
    });
    const answered = page.waitForEvent(
      "requestfinished",
      (request) => request.method() === "POST" && request.url().endsWith("/interpreters"),
    );
    await askByKey(visit, "tur", "Turks");
    expect((await (await (await answered).response())!.json()).state).to.equal("queued");
    await dialog.waitFor({ state: "detached" });
    expect(await part(visit).textContent()).to.include("We bellen nu Nuray Niet.");
    await endForAll(visit);
    await untilLegs(0);
  });

  it("the clerk reloads in the middle: the search goes on, and is seen again", async () => {
    await setRoster({ name: "Nuray Niet", digits: "02" }, { name: "Vera Tweede", digits: "00" });
    const visit = await meet(stage, "Saida Herlaadt");
    await askByKey(visit, "tur", "Turks");
    await reads(visit, "We bellen nu Nuray Niet.");
    await visit.clerk.page.reload();
    await button(visit.clerk.page, "Terug naar het gesprek met Saida Herlaadt").click();
    await reads(visit, "Vera Tweede is in het gesprek.");
    await goOn(visit);
    await endForAll(visit);
    await untilLegs(0);
  });

  it("an administrator saves the calls of the month for the invoice", async () => {
    await setRoster({ name: "Fatma Factuur", digits: "18" });
    const visit = await meet(stage, "Saida Factuur");
    await askByKey(visit, "tur", "Turks");
    await reads(visit, "Het gesprek met Fatma Factuur is voorbij.");
    await ask(stage.stack, "update clerk set role = 'admin' where email = $1", [an.email]);
    const administrator = await stage.enterClerk();
    const { page } = administrator;
    await page.getByRole("link", { name: "Tolken" }).click();
    const calls = page.getByRole("region", { name: "Tolkgesprekken voor de factuur" });
    await calls.waitFor();
    await state(page, "roster-calls");
    await calls.getByLabel("Maand").selectOption({ index: 1 });
    const last = await calls.getByRole("link", { name: /^Bewaar de gesprekken van/ }).getAttribute("href");
    await calls.getByLabel("Maand").selectOption({ index: 0 });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      calls.getByRole("link", { name: /^Bewaar de gesprekken van/ }).click(),
    ]);
    const month = /^interpreter-calls-(\d{4}-\d\d)\.csv$/.exec(download.suggestedFilename())?.[1];
    expect(month).to.be.a("string");
    expect(last)
      .to.match(/month=\d{4}-\d\d&/)
      .and.to.not.include(month);
    const saved = readFileSync((await download.path())!, "utf8");
    expect(saved).to.include(';"Turks";"Fatma Factuur";').and.to.not.include("Saida");
    expectNoFaults([administrator]);
  });
});
