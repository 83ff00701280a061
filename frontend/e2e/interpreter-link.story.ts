import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { bookByRequest } from "./support/api.ts";
import { admit } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { linkIn, waitForMail } from "./support/mail.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { meet, rememberDevices, setStage } from "./support/stage.ts";

/** Els signs: an interpreter comes in a browser, by a link of their own. There is no bridge here, so that only clerk and citizen have picture and sound. */
describe("an interpreter by link", function () {
  this.timeout(240_000);
  const stage = setStage({ settings: async () => ({ SIP_URI: "balie@sip.example.org" }) });
  const { state, expectNoFaults } = gatherFaults();
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
  const part = (page: Page) => page.getByRole("region", { name: "Tolk", exact: true });
  const emailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@tolken.example`;
  /** Only these are on the roster, in this order. */
  const setRoster = async (language: string, ...names: readonly string[]) => {
    await ask(stage.stack, "update interpreter set is_active = false");
    for (const [rank, name] of names.entries())
      await ask(
        stage.stack,
        `insert into interpreter (id, name, languages, address, email, rank, created_at)
         values ($1, $2, $6, $3, $4, $5, now())`,
        [
          randomUUID(),
          name,
          `+3247111${String(Math.floor(Math.random() * 1e5)).padStart(5, "0")}`,
          emailOf(name),
          rank + 1,
          [language],
        ],
      );
  };
  /** On a telephone, with the device check behind them. */
  const openLink = async (link: string) => {
    const interpreter = await stage.enter({ width: 360, height: 740 });
    await rememberDevices(interpreter);
    await interpreter.page.goto(link);
    return interpreter;
  };
  const goOn = (...pages: readonly Page[]) =>
    Promise.all(pages.flatMap((page) => [expectMovingVideo(page), expectAudible(page)]));

  it("is mailed a link during the call, is told of before they come in, survives a reload, and is let go", async () => {
    await setRoster("vgt", "Vera Video");
    const visit = await meet(stage, "Els Gebaart");
    const [clerk, citizen] = [visit.clerk.page, visit.citizen.page];
    await clerk.keyboard.press("F2");
    await clerk.getByRole("radio", { name: /Vlaamse Gebarentaal/ }).check();
    await clerk.getByText(/^De tolk krijgt een mail met een eigen link/).waitFor();
    await state(clerk, "interpreter-link-choose");
    await button(clerk, "Mail een link: Vlaamse Gebarentaal").click();
    await citizen.getByText("We wachten op een tolk met video: Vlaamse Gebarentaal.").first().waitFor();
    await part(clerk).getByText("Vera Video kreeg een mail met een link. We wachten.").waitFor();
    await state(clerk, "interpreter-link-mailed");
    expect(await citizen.content(), "who may never come is named to nobody").to.not.include("Vera Video");

    const mail = await waitForMail(stage.stack.mailUrl, emailOf("Vera Video"), /Nu tolken voor/);
    expect(`${mail.subject} ${mail.text}`).to.not.match(/Els/);
    const vera = await openLink(linkIn(mail));
    await heading(vera.page, "Tolken in een gesprek met video").waitFor();
    await state(vera.page, "interpreter-link");
    expect(await vera.page.content()).to.not.include("Els");
    await button(vera.page, "Naar de wachtkamer").click();
    await citizen.getByText(/^Vera Video \(tolk\) komt erbij/).waitFor();
    await part(clerk).getByText("Vera Video is er. We zeggen het eerst aan de bezoeker.").waitFor();
    await heading(vera.page, "Tolken voor Gemeente Voorbeeldegem").waitFor();
    await part(clerk).getByText("Vera Video is in het gesprek.").waitFor();
    for (const page of [clerk, citizen]) {
      const people = page.getByRole("list", { name: "In dit gesprek" });
      await people.getByText("Vera Video").waitFor();
      await page
        .getByText(/^Hier is geen videobrug\..* Vera Video\./)
        .first()
        .waitFor();
    }
    await vera.page
      .getByText(/^Hier is geen videobrug\./)
      .first()
      .waitFor();
    await state(vera.page, "interpreter-link-call");
    await state(citizen, "interpreter-link-citizen");
    await state(clerk, "interpreter-link-clerk");
    await goOn(clerk, citizen);

    await vera.page.reload();
    await part(clerk).getByText("Vera Video is even weg uit het gesprek.").waitFor();
    await heading(vera.page, "Tolken voor Gemeente Voorbeeldegem").waitFor();
    await part(clerk).getByText("Vera Video is in het gesprek.").waitFor();
    await button(clerk, "Laat Vera Video gaan").click();
    await heading(vera.page, "U bent niet meer in het gesprek").waitFor();
    await state(vera.page, "interpreter-link-let-go");
    await part(clerk).getByText("Het gesprek met Vera Video is voorbij.").waitFor();
    await goOn(clerk, citizen);
    const call = await until("their minutes are written down", async () => {
      const [row] = await ask(
        stage.stack,
        "select state, medium, connected_seconds, extract(epoch from ended_at - connected_at)::float8 seconds from interpreter_call order by dialled_at desc limit 1",
      );
      return row!["state"] === "ended" ? row! : null;
    });
    expect(call["medium"]).to.equal("video");
    expect(call["seconds"]).to.be.above(0);
    expect(call["connected_seconds"]).to.be.at.most(Math.ceil(Number(call["seconds"])));

    // Let go by mistake: they wait once more, and are one press away.
    await button(vera.page, "Probeer opnieuw").click();
    await heading(vera.page, "Wachtkamer").waitFor();
    await part(clerk).getByText("Vera Video wacht om te tolken: Vlaamse Gebarentaal.").waitFor();
    await state(clerk, "interpreter-link-waits");
    await button(clerk, "Laat Vera Video binnen").click();
    await part(clerk).getByText("Vera Video is in het gesprek.").waitFor();
    await button(clerk, "Gesprek beëindigen").click();
    await button(clerk, "Beëindigen voor iedereen").click();
    await heading(vera.page, "Het gesprek is afgelopen").waitFor();
    await vera.page.reload();
    await heading(vera.page, "Het gesprek is afgelopen").waitFor();
    expectNoFaults([visit.clerk, visit.citizen, vera]);
  });

  it("confirms days ahead, tests the device, waits when it is time, and is let in by the clerk", async () => {
    await setRoster("vgt", "Nele Nabij");
    const link = await bookByRequest(stage.stack, {
      ...{ name: "Els Vooruit", interpreterLanguage: "vgt", afterMinutes: 45 },
    });
    const asked = await waitForMail(stage.stack.mailUrl, emailOf("Nele Nabij"), /Kunt u tolken voor/);
    expect(asked.text).to.include("U tolkt met video");
    const nele = await openLink(linkIn(asked));
    await nele.page.getByText(/U tolkt met video, in uw browser/).waitFor();
    await state(nele.page, "reservation-by-video");
    await button(nele.page, "Ja, ik kom").click();
    await heading(nele.page, "Tolken in een gesprek met video").waitFor();
    await button(nele.page, "Ik kan toch niet").waitFor();
    await waitForMail(stage.stack.mailUrl, emailOf("Nele Nabij"), /U tolkt voor/);
    // An hour goes by.
    await ask(
      stage.stack,
      `update appointment set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour',
         seat_free_at = seat_free_at - interval '1 hour', seat = 39 where citizen_name = 'Els Vooruit'`,
    );
    await nele.page.reload();
    await button(nele.page, "Naar de wachtkamer").click();
    await heading(nele.page, "Wachtkamer").waitFor();
    await state(nele.page, "interpreter-link-waiting");

    const [citizen, clerk] = [await stage.enter(), await stage.enterClerk()];
    await rememberDevices(citizen);
    await citizen.page.goto(link);
    await button(citizen.page, "Naar de wachtkamer").click();
    await heading(citizen.page, "Wachtkamer").waitFor();
    await admit(clerk.page, "Els Vooruit");
    await expectMovingVideo(clerk.page);
    await part(clerk.page).getByText("Nele Nabij wacht om te tolken: Vlaamse Gebarentaal.").waitFor();
    await button(clerk.page, "Laat Nele Nabij binnen").click();
    await citizen.page.getByText(/^Nele Nabij \(tolk\) komt erbij/).waitFor();
    await heading(nele.page, "Tolken voor Gemeente Voorbeeldegem").waitFor();
    await part(clerk.page).getByText("Nele Nabij is in het gesprek.").waitFor();
    await goOn(clerk.page, citizen.page);
    await button(nele.page, "Ophangen").click();
    await part(clerk.page).getByText("Nele Nabij is even weg uit het gesprek.").waitFor();
    expectNoFaults([nele, citizen, clerk]);
  });

  it("speaks, and comes by video where the clerk chooses that; who does not come is passed over, and the link says so", async () => {
    await setRoster("tr", "Tuba Traag", "Ayla Altijd");
    const visit = await meet(stage, "Saida Spreekt");
    const { page } = visit.clerk;
    await page.keyboard.press("F2");
    await page.getByRole("radio", { name: /Turks/ }).check();
    await page
      .getByRole("group", { name: "Hoe komt de tolk in het gesprek?" })
      .getByRole("radio", { name: "Met video: wij mailen een link" })
      .check();
    await state(page, "interpreter-link-medium");
    await button(page, "Mail een link: Turks").click();
    await part(page).getByText("Tuba Traag kreeg een mail met een link. We wachten.").waitFor();
    const tuba = await openLink(
      linkIn(await waitForMail(stage.stack.mailUrl, emailOf("Tuba Traag"), /Nu tolken voor/)),
    );
    await heading(tuba.page, "Tolken in een gesprek met video").waitFor();
    // Sooner it counts as a second click, and one more click would pass over the next one too.
    await until("the first second of the one who was asked is over", async () => {
      const [call] = await ask(
        stage.stack,
        "select dialled_at < now() - interval '1 second' is_over from interpreter_call order by dialled_at desc limit 1",
      );
      return call?.["is_over"];
    });
    await button(page, "Vraag de volgende").click();
    await part(page).getByText("Tuba Traag kwam niet op tijd.").waitFor();
    await part(page).getByText("Ayla Altijd kreeg een mail met een link. We wachten.").waitFor();
    await button(tuba.page, "Naar de wachtkamer").click();
    await heading(tuba.page, "Wij hebben u niet meer nodig").waitFor();
    await tuba.page.reload();
    await heading(tuba.page, "Wij hebben u niet meer nodig").waitFor();
    await state(tuba.page, "interpreter-link-withdrawn");
    await button(page, "Stop met zoeken").click();
    await button(page, "Zoek een tolk").waitFor();
    expectNoFaults([visit.clerk, visit.citizen]);
  });
});
