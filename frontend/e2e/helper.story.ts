import { expect } from "chai";
import type { Page } from "playwright-core";
import { bookByRequest, linkTokenIn, plainRequest } from "./support/api.ts";
import type { Person } from "./support/browser.ts";
import { say } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { comeAsHelper, inviteHelper, openHelpers } from "./support/helper.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { linkIn, waitForMail } from "./support/mail.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { button } from "./support/roles.ts";
import { tryToken, watchTokens } from "./support/rooms.ts";
import { meet, rememberDevices, setStage, type Visit } from "./support/stage.ts";

/** Els brings her sister: invited by a link of her own, nodded in by the clerk, announced to Els, and out again. */
describe("a helper in the call", function () {
  this.timeout(240_000);
  const stage = setStage();
  const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
  const { state, expectNoFaults } = gatherFaults();
  const enterHelper = async () => {
    const helper = await stage.enter();
    await rememberDevices(helper);
    return helper;
  };
  /** Els and the clerk see each other, and the sister waits for the nod. */
  const withSister = async (name: string, sister: string): Promise<Visit & { helper: Person; helperLink: string }> => {
    const visit = await meet(stage, name);
    const helperLink = await inviteHelper(visit.citizen.page, sister);
    const helper = await enterHelper();
    await comeAsHelper(helper.page, helperLink);
    return { ...visit, helper, helperLink };
  };
  const nod = async ({ clerk, helper, name }: Visit & { helper: Person }, sister: string) => {
    await button(clerk.page, `Laat ${sister} toe`).click();
    await heading(helper.page, `Gesprek van ${name} met Gemeente Voorbeeldegem`).waitFor();
    await helper.page.getByRole("list", { name: "In dit gesprek" }).waitFor();
  };
  const expectMediaOn = ({ citizen, clerk }: Visit) =>
    Promise.all([citizen.page, clerk.page].flatMap((page) => [expectMovingVideo(page), expectAudible(page)]));

  it("is invited days ahead with the citizen's consent, gets the link by mail, and may test the device", async () => {
    const [citizen, helper] = [await stage.enter(), await stage.enter()];
    const link = await bookByRequest(stage.stack, { name: "Els Vooraf", inDays: 3 });
    await citizen.page.goto(link);
    await openHelpers(citizen.page);
    await button(citizen.page, "Nodig uit").click();
    await citizen.page
      .getByRole("alert")
      .getByRole("link", { name: /Kruis aan dat deze persoon mee mag doen/ })
      .waitFor();
    await state(citizen.page, "helper-invite-faults");
    await citizen.page.reload();
    const shown = await inviteHelper(citizen.page, "Maria Vooraf", "maria.vooraf@example.org");
    await citizen.page.getByText(/^U gaf uw akkoord op/).waitFor();
    await state(citizen.page, "helper-invited");
    const mail = await waitForMail(stage.stack.mailUrl, "maria.vooraf@example.org", /Els Vooraf vraagt u mee/);
    expect(linkIn(mail)).to.equal(shown);
    expect(mail.text).to.not.include("Mag ik u iets vragen?");

    await helper.page.goto(shown);
    await helper.page.getByText(/Els Vooraf vraagt of u mee wilt helpen/).waitFor();
    await helper.page.getByText(/Niemand neemt het gesprek op/).waitFor();
    expect(await button(helper.page, "Naar de wachtkamer").count()).to.equal(0);
    await state(helper.page, "helper-early");
    await button(helper.page, "Test uw camera en geluid").click();
    await button(helper.page, "Test camera en microfoon").click();
    await helper.page.getByText("Goed zo, we horen u.").waitFor();
    await state(helper.page, "helper-check");
    await button(helper.page, "Terug").click();
    await heading(helper.page, "Help mee in een gesprek met video").waitFor();
    const [row] = await ask(stage.stack, "select state, consented_at from helper where name = 'Maria Vooraf'");
    expect(row).to.deep.include({ state: "invited" });

    await button(citizen.page, "Trek de uitnodiging van Maria Vooraf in").click();
    await state(citizen.page, "helper-withdraw");
    await button(citizen.page, "Ja, trek in").click();
    await citizen.page.getByText("De uitnodiging van Maria Vooraf is ingetrokken.").waitFor();
    await helper.page.reload();
    await heading(helper.page, "Deze uitnodiging is ingetrokken").waitFor();
    await state(helper.page, "helper-withdrawn");
    expectNoFaults([citizen, helper]);
  });

  it("waits for the clerk, is announced to the citizen, and is in the roster of all three with name and role", async () => {
    const visit = await withSister("Els Samen", "Maria Samen");
    const { citizen, clerk, helper } = visit;
    const pages = [citizen.page, clerk.page, helper.page];
    await state(helper.page, "helper-waiting");
    await clerk.page.getByRole("heading", { name: "Begeleider Maria Samen (familielid) wil binnenkomen" }).waitFor();
    await clerk.page.getByText(/^Els Samen gaf toestemming op /).waitFor();
    await state(clerk.page, "helper-console-asks");
    await button(clerk.page, "Niet nu").click();
    await clerk.page.getByText("Maria Samen (familielid): wacht").waitFor();
    expect(await heading(helper.page, "Wachtkamer").count()).to.equal(1);

    await button(clerk.page, "Laat Maria Samen toe").click();
    await citizen.page.getByText(/^Maria Samen \(begeleider, familielid\) komt erbij\./).waitFor();
    expect(await heading(helper.page, "Wachtkamer").count()).to.equal(1);
    await state(citizen.page, "helper-announced");
    await heading(helper.page, "Gesprek van Els Samen met Gemeente Voorbeeldegem").waitFor();
    for (const page of [citizen.page, clerk.page]) {
      const tile = page
        .getByRole("list", { name: "In dit gesprek" })
        .getByRole("listitem")
        .filter({ hasText: "Maria Samen" });
      await tile.getByText("begeleider, familielid").waitFor();
      await tile.getByText("alleen in de chat, zonder beeld en geluid").waitFor();
    }
    const people = helper.page.getByRole("list", { name: "In dit gesprek" }).getByRole("listitem");
    await people.filter({ hasText: "Els Samen" }).getByText("bezoeker").waitFor();
    await people.filter({ hasText: "An Peeters" }).getByText("medewerker").waitFor();
    await helper.page.getByText(/^Hier is geen videobrug\./).waitFor();
    await clerk.page.getByText("Maria Samen (begeleider, familielid) mag in dit gesprek.").waitFor();

    await say(helper.page, "Dag, ik ben de zus van Els.");
    await button(citizen.page, /Chat openen/).click();
    for (const page of pages) await page.getByRole("log").getByText("Dag, ik ben de zus van Els.").waitFor();
    await citizen.page
      .getByRole("log")
      .getByText(/^Maria Samen \(begeleider\)/)
      .waitFor();
    await expectMediaOn(visit);
    await state(helper.page, "helper-call");
    await state(clerk.page, "helper-console-in");
    await state(citizen.page, "helper-citizen-call");

    await helper.page.reload();
    await heading(helper.page, "Gesprek van Els Samen met Gemeente Voorbeeldegem").waitFor();
    await people.filter({ hasText: "Els Samen" }).waitFor();
    await expectMediaOn(visit);

    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await heading(helper.page, "Het gesprek is afgelopen").waitFor();
    await state(helper.page, "helper-ended");
    expectNoFaults([citizen, clerk, helper]);
  });

  it("is put out by the clerk: no token, no link, no reload leads back, and the two go on", async () => {
    const visit = await withSister("Els Buiten", "Maria Buiten");
    const { clerk, helper, helperLink } = visit;
    const tokens = await watchTokens(helper.page);
    await nod(visit, "Maria Buiten");
    const { token, room } = tokens.at(-1)!;
    const second = await enterHelper();
    await second.page.goto(helperLink);
    await button(second.page, "Naar de wachtkamer").click();
    await heading(second.page, "Deze link is open op een ander toestel").waitFor();
    await state(second.page, "helper-elsewhere");

    await button(clerk.page, "Verwijder Maria Buiten").click();
    await button(clerk.page, "Verwijderen").last().click();
    await heading(helper.page, "U bent niet meer in het gesprek").waitFor();
    await state(helper.page, "helper-removed");
    await clerk.page.getByText("Maria Buiten (familielid): verwijderd").waitFor();
    expect(await tryToken(stage.stack, token, room)).to.match(/^auth\/forbidden/);
    await helper.page.goto(helperLink);
    await heading(helper.page, "U bent niet meer in het gesprek").waitFor();
    const back = await plainRequest(stage.stack, "POST", "/api/helper/arrival", linkTokenIn(helperLink), {
      tabId: "a".repeat(32),
    });
    expect(back).to.deep.include({ status: 403, code: "arrival_removed" });
    await expectMediaOn(visit);
    expectNoFaults([visit.citizen, clerk, helper, second]);
  });

  it("is out when the citizen takes the consent back in the call", async () => {
    const visit = await withSister("Els Terug", "Maria Terug");
    const { citizen, clerk, helper, helperLink } = visit;
    const tokens = await watchTokens(helper.page);
    await nod(visit, "Maria Terug");
    const { token, room } = tokens.at(-1)!;
    await citizen.page.getByText("mag in het gesprek").waitFor();
    await button(citizen.page, "Trek de uitnodiging van Maria Terug in").click();
    await button(citizen.page, "Ja, trek in").click();
    await heading(helper.page, "U bent niet meer in het gesprek").waitFor();
    for (const page of [citizen.page, clerk.page])
      await page
        .getByRole("list", { name: "In dit gesprek" })
        .getByText("Maria Terug", { exact: true })
        .waitFor({ state: "hidden" });
    expect(await tryToken(stage.stack, token, room)).to.match(/^auth\/forbidden/);
    await helper.page.goto(helperLink);
    await heading(helper.page, "Deze uitnodiging is ingetrokken").waitFor();
    await expectMediaOn(visit);
    expectNoFaults([citizen, clerk, helper]);
  });

  it("is invited, let in and comes in by keyboard alone", async () => {
    const visit = await meet(stage, "Els Toets");
    const { citizen, clerk } = visit;
    const keys = keyboardOf(citizen.page);
    await citizen.page.getByText("Wilt u dat iemand u helpt in het gesprek?", { exact: true }).focus();
    await citizen.page.keyboard.press("Enter");
    await citizen.page.getByLabel("Wie wilt u uitnodigen?").waitFor();
    await keys.type("Wie wilt u uitnodigen?", "Maria Toets");
    await keys.press("radio", "Familielid", "Space");
    await keys.press("checkbox", /Deze persoon mag meekijken/, "Space");
    await keys.press("button", "Nodig uit");
    await citizen.page.getByText("Maria Toets is uitgenodigd.").waitFor();
    await keys.expectFocus();
    const link = await citizen.page.getByLabel("Link voor Maria Toets").inputValue();

    const helper = await enterHelper();
    await helper.page.goto(link);
    const helperKeys = keyboardOf(helper.page);
    await helperKeys.press("button", "Naar de wachtkamer");
    await heading(helper.page, "Wachtkamer").waitFor();
    await helperKeys.expectFocus();
    const clerkKeys = keyboardOf(clerk.page);
    await clerkKeys.press("button", "Laat Maria Toets toe");
    await clerkKeys.expectFocus();
    await heading(helper.page, "Gesprek van Els Toets met Gemeente Voorbeeldegem").waitFor();
    await helperKeys.expectFocus();
    await helperKeys.press("button", "Ophangen");
    await heading(helper.page, "U hebt opgehangen").waitFor();
    await helperKeys.press("button", "Terug naar het gesprek");
    await helper.page.getByRole("list", { name: "In dit gesprek" }).waitFor();
    expectNoFaults([citizen, clerk, helper]);
  });
});
