import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { setPhoneStage } from "./support/phone.ts";
import { occupantsOf, tryToken, untilOnly, watchTokens } from "./support/rooms.ts";
import { karim, meet } from "./support/stage.ts";

/** The clerk's shift ends in the middle of a call: a colleague goes on with it. Without a bridge, so that picture and sound go from the first pair to the next. */
describe("a meeting handed over", function () {
  this.timeout(240_000);
  const phone = setPhoneStage();
  const { stage, setRoster, untilLegs } = phone;
  const { state, expectNoFaults } = gatherFaults();
  // Whoever leads a meeting is not asked to take over another.
  beforeEach(() =>
    ask(stage.stack, "update meeting set status = 'ended', ended_at = now() where status = 'in_progress'"),
  );
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
  const people = (page: Page) => page.getByRole("list", { name: "In dit gesprek" });
  const question = "Een collega wil u een gesprek overgeven";
  const handOver = async (page: Page, to: string) => {
    await button(page, "Geef het gesprek over").click();
    await button(page, `Geef over aan ${to}`).click();
  };
  const goOn = (...pages: Page[]) =>
    Promise.all(pages.flatMap((page) => [expectMovingVideo(page), expectAudible(page)]));
  const meetingNow = async () => {
    const [meeting] = await ask(
      stage.stack,
      `select m.id, m.room, k.email from meeting m join clerk k on k.id = m.clerk_id order by m.started_at desc nulls last limit 1`,
    );
    return meeting as { id: string; room: string; email: string };
  };
  const only = async (...ids: unknown[]) => untilOnly(stage.stack, (await meetingNow()).room, ids.map(String));
  const citizenId = async () => {
    const { id } = await meetingNow();
    const [arrival] = await ask(stage.stack, "select id from arrival where meeting_id = $1 and state = 'admitted'", [
      id,
    ]);
    return arrival!["id"];
  };
  const leadingId = async () =>
    (await ask(stage.stack, "select led_as from meeting where id = $1", [(await meetingNow()).id]))[0]!["led_as"];

  it("the citizen is told, then the pictures of the new two move; the first clerk's tabs say who has it, and their token opens nothing", async () => {
    const [visit, karimHere] = [await meet(stage, "Olga Over"), await stage.enterClerk(karim)];
    const { citizen, clerk } = visit;
    const next = karimHere.page;
    const tokens = await watchTokens(clerk.page);
    await clerk.page.reload();
    await button(clerk.page, "Terug naar het gesprek met Olga Over").click();
    await goOn(citizen.page, clerk.page);
    const { room } = await meetingNow();
    const { token } = tokens.at(-1)!;

    const asking = keyboardOf(clerk.page);
    await asking.press("button", "Geef het gesprek over");
    await button(clerk.page, "Geef over aan Karim Haddad").waitFor();
    await state(clerk.page, "handover-choose");
    await clerk.page.getByLabel(/Notitie voor uw collega/).fill("Ze vraagt de grote zaal.");
    await asking.press("button", "Geef over aan Karim Haddad");
    await clerk.page.getByText("Karim Haddad is gevraagd om over te nemen. U wacht op antwoord.").waitFor();
    await state(clerk.page, "handover-asked");
    const answering = keyboardOf(next);
    await next.getByRole("heading", { name: question }).waitFor();
    await next.getByText(/^An Peeters vraagt u het gesprek met Olga Over over te nemen\./).waitFor();
    await next.getByText("Ze vraagt de grote zaal.").waitFor();
    await state(next, "handover-request");
    // Said no, asked again, taken back, asked once more: and a reload of both in between.
    await button(next, "Ik kan nu niet").click();
    await clerk.page.getByText("Karim Haddad kan het gesprek nu niet overnemen.").waitFor();
    await handOver(clerk.page, "Karim Haddad");
    await next.getByRole("heading", { name: question }).waitFor();
    await button(clerk.page, "Geef het toch niet over aan Karim Haddad").click();
    await next.getByRole("heading", { name: question }).waitFor({ state: "hidden" });
    await handOver(clerk.page, "Karim Haddad");
    await next.getByRole("heading", { name: question }).waitFor();
    await Promise.all([clerk.page.reload(), next.reload()]);
    await button(clerk.page, "Terug naar het gesprek met Olga Over").click();
    await clerk.page.getByText("Karim Haddad is gevraagd om over te nemen. U wacht op antwoord.").waitFor();
    await goOn(citizen.page, clerk.page);

    let letTell = () => {};
    const held = new Promise<void>((resolve) => {
      letTell = resolve;
    });
    await citizen.page.route("**/told", async (route) => {
      await held;
      await route.continue();
    });
    await answering.press("button", "Ik neem het over");
    await next.getByText(/^U neemt het gesprek met Olga Over over\. De bezoeker krijgt eerst bericht\./).waitFor();
    await state(next, "handover-telling");
    await citizen.page
      .getByRole("status")
      .getByText(/^Karim Haddad \(medewerker\) neemt dit gesprek over\./)
      .waitFor();
    await state(citizen.page, "handover-told");
    await clerk.page.getByText("Karim Haddad neemt het over. De bezoeker krijgt eerst bericht.").waitFor();
    expect(await people(citizen.page).textContent())
      .to.include("An Peeters")
      .and.to.not.include("Karim Haddad");
    const began = Date.now();
    letTell();

    await heading(clerk.page, "Karim Haddad leidt nu het gesprek met Olga Over").waitFor();
    await state(clerk.page, "handover-handed");
    await heading(next, "Gesprek met Olga Over").waitFor();
    await people(citizen.page).getByText("Karim Haddad", { exact: true }).waitFor();
    await goOn(citizen.page, next);
    console.log(`      pictures of the new two after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await citizen.page.getByText(/^U spreekt met Karim Haddad, medewerker van/).waitFor();
    await citizen.page.getByText(/An Peeters \(medewerker\) is niet meer in het gesprek\./).waitFor();
    await next.getByText(/^An Peeters gaf dit gesprek om .* over aan Karim Haddad\./).waitFor();
    await state(next, "handover-taken");
    await state(citizen.page, "handover-citizen");
    await only(await citizenId(), await leadingId());
    expect((await meetingNow()).room).to.equal(room);
    await until("the token opens nothing", async () => /forbidden/.test(await tryToken(stage.stack, token, room)));

    await clerk.page.reload();
    await heading(clerk.page, /^Wachtrij/).waitFor();
    await clerk.page.getByText("Gesprek van Karim Haddad").waitFor();
    await Promise.all([next.reload(), citizen.page.reload()]);
    await button(next, "Terug naar het gesprek met Olga Over").click();
    await goOn(citizen.page, next);

    await handOver(next, "An Peeters");
    await button(clerk.page, "Ik neem het over").click();
    await heading(next, "An Peeters leidt nu het gesprek met Olga Over").waitFor();
    await heading(clerk.page, "Gesprek met Olga Over").waitFor();
    await goOn(citizen.page, clerk.page);
    await only(await citizenId(), await leadingId());

    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await clerk.page.getByText(/^An Peeters gaf dit gesprek om .* over aan Karim Haddad\./).waitFor();
    await state(clerk.page, "handover-outcome");
    expect(await clerk.page.getByRole("textbox", { name: /^Notitie voor collega/ }).inputValue()).to.include(
      "grote zaal",
    );
    await heading(next, "An Peeters leidt nu het gesprek met Olga Over").waitFor();
    expectNoFaults([citizen, clerk, karimHere]);
  });

  it("a colleague of another counter who is in the call takes it over, hands it back and is told who has it, takes it again and closes it", async () => {
    await ask(
      stage.stack,
      "delete from clerk_counter l using clerk k, service s where k.id = l.clerk_id and k.email = $1 and s.counter_id = l.counter_id and s.name->>'nl' = 'Een zaal huren'",
      [karim.email],
    );
    const [visit, karimHere] = [await meet(stage, "Cato Collega"), await stage.enterClerk(karim)];
    const { citizen, clerk } = visit;
    const next = karimHere.page;
    const toKarim = async () => {
      await button(clerk.page, "Vraag een collega erbij").click();
      await button(clerk.page, "Vraag Karim Haddad").click();
      await button(next, "Ik kom erbij").click();
      await people(citizen.page).getByText("Karim Haddad", { exact: true }).waitFor();
      await handOver(clerk.page, "Karim Haddad");
      await button(next, "Ik neem het over").click();
      await heading(clerk.page, "Karim Haddad leidt nu het gesprek met Cato Collega").waitFor();
      await heading(next, "Gesprek met Cato Collega").waitFor();
      await goOn(citizen.page, next);
      await only(await citizenId(), await leadingId());
    };
    await toKarim();
    await handOver(next, "An Peeters");
    await button(clerk.page, "Ik neem het over").click();
    await heading(next, "An Peeters leidt nu het gesprek met Cato Collega").waitFor();
    await state(next, "handover-handed-on");
    await goOn(citizen.page, clerk.page);
    await button(next, "Naar de wachtrij").click();
    await heading(next, /^Wachtrij/).waitFor();
    expect(await next.getByText("Cato Collega").count()).to.equal(0);
    await toKarim();
    await button(next, "Gesprek beëindigen").click();
    await button(next, "Beëindigen voor iedereen").click();
    await heading(citizen.page, "Het gesprek is afgelopen").waitFor();
    await next.getByRole("radio", { name: /^Geholpen/ }).check();
    await button(next, "Opslaan en naar de wachtrij").click();
    await heading(next, /^Wachtrij/).waitFor();
    expectNoFaults([citizen, clerk, karimHere]);
    await ask(
      stage.stack,
      "insert into clerk_counter (clerk_id, counter_id) select k.id, c.id from clerk k, counter c where k.email = $1 on conflict do nothing",
      [karim.email],
    );
  });

  it("the clerk hands over with the interpreter inside: the same telephone call goes on, and the next clerk hangs it up", async () => {
    await setRoster({ name: "Ayşe Yılmaz", digits: "09" });
    const [visit, karimHere] = [await meet(stage, "Saida Overgave"), await stage.enterClerk(karim)];
    const { citizen, clerk } = visit;
    const next = karimHere.page;
    await clerk.page.keyboard.press("F2");
    await clerk.page.getByRole("radio", { name: /Turks/ }).waitFor();
    await clerk.page.keyboard.type("tur");
    await button(clerk.page, "Bel een tolk: Turks").waitFor();
    await clerk.page.keyboard.press("Enter");
    await citizen.page.getByText("Ayşe Yılmaz tolkt: Turks.").first().waitFor();
    const callsNow = () =>
      ask(
        stage.stack,
        "select id, state, connected_at, ended_at from interpreter_call order by dialled_at desc limit 1",
      );
    const [before] = await callsNow();
    const nickOf = async () => {
      const found = await occupantsOf(stage.stack, (await meetingNow()).room);
      return found.find(({ user }) => user === before!["id"])?.nick;
    };
    const nick = await nickOf();
    expect(nick).to.be.a("string");

    await handOver(clerk.page, "Karim Haddad");
    await button(next, "Ik neem het over").click();
    await heading(next, "Gesprek met Saida Overgave").waitFor();
    await goOn(citizen.page, next);
    const part = next.getByRole("region", { name: "Tolk", exact: true });
    await part.getByText("Ayşe Yılmaz is in het gesprek.").waitFor();
    await people(citizen.page).getByText("Ayşe Yılmaz", { exact: true }).waitFor();
    await state(next, "handover-interpreter");
    await state(citizen.page, "handover-interpreter-citizen");
    expect(await callsNow()).to.deep.equal([before]);
    expect(await nickOf()).to.equal(nick);
    await only(await citizenId(), await leadingId(), before!["id"]);
    await untilLegs(1);
    expect(phone.dialled).to.have.length(1);

    await button(next, "Hang op met Ayşe Yılmaz").click();
    await untilLegs(0);
    await part.getByText("Het gesprek met Ayşe Yılmaz is voorbij.").waitFor();
    const after = await until("the call has ended", async () =>
      (await callsNow()).find(({ state }) => state === "ended"),
    );
    expect(after["id"]).to.equal(before!["id"]);
    expect(after["connected_at"]).to.deep.equal(before!["connected_at"]);
    await goOn(citizen.page, next);
    expectNoFaults([citizen, clerk, karimHere]);
  });
});
