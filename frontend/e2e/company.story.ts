import { expect } from "chai";
import type { Page } from "playwright-core";
import { mintCallToken } from "../../backend/src/platform/calls/mint-call-token.ts";
import { until } from "../../backend/test/until.ts";
import { XmppClient } from "../../jitsi-config/test/support/xmpp-client.ts";
import { faultsOf } from "./support/axe.ts";
import { admit, say } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { expectAudible, expectMovingVideo } from "./support/media.ts";
import { occupantsOf, tryToken, watchTokens } from "./support/rooms.ts";
import { comeToWait, karim, meet, setStage, type Visit } from "./support/stage.ts";

describe("company in a call", function () {
  this.timeout(180_000);
  const stage = setStage();

  it("a third who comes in by a bare client ends nothing for the first two, and is who the server says", async () => {
    const { citizen, clerk } = await meet(stage, "Tilly Third");
    const both = [citizen.page, clerk.page];
    const { room, guestId } = await announceJan();
    await citizen.page.getByText(/^Jan Peeters \(collega van .*\) komt erbij\./).waitFor();
    await until("the server has heard that the citizen was told", async () => {
      const [guest] = await ask(stage.stack, "select told_at from guest where id = $1", [guestId]);
      return guest?.["told_at"] !== null;
    });
    const before = await occupantsOf(stage.stack, room);

    const third = await joinAs(guestId, room);
    for (const page of both) {
      await tileOf(page, "Jan Peeters").getByText(inChat).waitFor();
      await page.getByText(/^Hier is geen videobrug\. .* niet: Jan Peeters\./).waitFor();
      const people = page.getByRole("list", { name: "In dit gesprek" });
      expect(await people.getByRole("listitem").count()).to.equal(2);
      expect(await people.getByText("Burgemeester").count()).to.equal(0);
    }
    third.message(room, "Dag allebei.", "<nick xmlns='http://jabber.org/protocol/nick'>Burgemeester</nick>");
    await citizen.page.getByRole("button", { name: /Chat openen/ }).click();
    for (const page of both) {
      await page.getByRole("log").getByText("Dag allebei.").waitFor();
      await page
        .getByRole("log")
        .getByText(/^Jan Peeters \(collega\)/)
        .waitFor();
    }
    await expectMediaOn({ citizen, clerk });
    await third.hangUp();
    await tileOf(clerk.page, "Jan Peeters").waitFor({ state: "hidden" });
    await expectMediaOn({ citizen, clerk });
    const after = await occupantsOf(stage.stack, room);
    expect(after.map(({ nick }) => nick)).to.have.members(before.map(({ nick }) => nick));

    const again = await joinAs(guestId, room);
    await tileOf(clerk.page, "Jan Peeters").getByText(inChat).waitFor();
    await citizen.page.reload();
    await expectMediaOn({ citizen, clerk });
    await clerk.page.reload();
    await clerk.page.getByRole("button", { name: "Terug naar het gesprek met Tilly Third" }).click();
    await expectMediaOn({ citizen, clerk });
    await again.hangUp();
    expect([...citizen.faults, ...clerk.faults]).to.deep.equal([]);
  });

  it("a colleague is asked, comes once the visitor was told, writes along and goes again", async () => {
    const [visit, karimHere] = [await meet(stage, "Carla Company"), await stage.enterClerk(karim)];
    const { citizen, clerk } = visit;
    const colleague = karimHere.page;
    const tokens = await watchTokens(colleague);
    const before = await occupantsOf(stage.stack, await roomNow());

    const asking = keyboardOf(clerk.page);
    await asking.press("button", "Vraag een collega erbij");
    await clerk.page.getByRole("dialog").getByText("Burgerzaken").waitFor();
    expect(await faultsOf(clerk.page, "company-choose")).to.deep.equal([]);
    await asking.press("button", "Vraag Karim Haddad");
    await clerk.page.getByText("Karim Haddad is gevraagd. U wacht op antwoord.").waitFor();
    expect(await faultsOf(clerk.page, "company-asked")).to.deep.equal([]);

    const answering = keyboardOf(colleague);
    await colleague.getByRole("heading", { name: "Een collega vraagt u erbij" }).waitFor();
    await colleague.getByText(/^An Peeters van .* vraagt u in een gesprek\./).waitFor();
    expect(await faultsOf(colleague, "company-request")).to.deep.equal([]);
    // The citizen's page has shown it, and the server has not heard so yet.
    const tellServer = await holdTelling(citizen.page);
    await answering.press("button", "Ik kom erbij");
    await heading(colleague, "U komt zo binnen").waitFor();
    await answering.expectFocus();
    expect(await faultsOf(colleague, "company-wait")).to.deep.equal([]);
    await citizen.page.getByText(/^Karim Haddad \(collega van .*\) komt erbij\. Karim Haddad leest dan mee/).waitFor();
    expect(await faultsOf(citizen.page, "company-told")).to.deep.equal([]);
    expect(tokens).to.have.length(0);
    expect(await occupantsOf(stage.stack, await roomNow())).to.have.length(2);
    await tellServer();
    await heading(colleague, "Gesprek van An Peeters").waitFor();

    for (const page of [citizen.page, clerk.page]) {
      await tileOf(page, "Karim Haddad").getByText("collega van Burgerzaken").waitFor();
      await tileOf(page, "Karim Haddad").getByText(inChat).waitFor();
    }
    for (const [name, role] of [
      ["An Peeters", "medewerker"],
      ["Carla Company", "bezoeker"],
    ] as const) {
      await tileOf(colleague, name).getByText(role, { exact: true }).waitFor();
      await tileOf(colleague, name).getByText(inChat).waitFor();
    }
    await colleague.getByText(/^Hier is geen videobrug\./).waitFor();
    await citizen.page.getByText("Wie kan u horen?").click();
    await citizen.page.getByText(/^Karim Haddad \(collega van Burgerzaken, alleen in de chat/).waitFor();
    await expectMediaOn(visit);
    expect(await colleague.evaluate(() => [...document.querySelectorAll("li video")].length)).to.equal(0);

    await say(colleague, "Dag Carla, ik help mee.");
    await say(citizen.page, "Dag Karim.");
    for (const page of [citizen.page, clerk.page, colleague]) {
      await page.getByRole("log").getByText("Dag Carla, ik help mee.").waitFor();
      await page.getByRole("log").getByText("Dag Karim.").waitFor();
    }
    expect(await faultsOf(colleague, "company-colleague")).to.deep.equal([]);
    expect(await faultsOf(citizen.page, "company-citizen")).to.deep.equal([]);
    expect(await faultsOf(clerk.page, "company-clerk")).to.deep.equal([]);

    await colleague.reload();
    await colleague.getByRole("button", { name: "Terug naar het gesprek van An Peeters" }).click();
    await people(colleague).getByText("Carla Company", { exact: true }).waitFor();
    await expectMediaOn(visit);

    await colleague.getByRole("button", { name: "Verlaat het gesprek" }).click();
    await heading(colleague, /^Wachtrij/).waitFor();
    await citizen.page.getByText(/^Karim Haddad \(collega van .*\) is niet meer in het gesprek\./).waitFor();
    await expectMediaOn(visit);
    const after = await occupantsOf(stage.stack, await roomNow());
    expect(after.map(({ nick }) => nick)).to.have.members(before.map(({ nick }) => nick));
    const { token, room } = tokens.at(-1)!;
    await until("the token opens nothing", async () => /forbidden/.test(await tryToken(stage.stack, token, room)));
    expect([...citizen.faults, ...clerk.faults, ...karimHere.faults]).to.deep.equal([]);
  });

  it("a colleague declines, is not needed any more, comes, is put out, and is told so", async () => {
    const [visit, karimHere] = [await meet(stage, "Rudi Remove"), await stage.enterClerk(karim)];
    const { citizen, clerk } = visit;
    const colleague = karimHere.page;
    const tokens = await watchTokens(colleague);
    const askKarim = async () => {
      await clerk.page.getByRole("button", { name: "Vraag een collega erbij" }).click();
      await clerk.page.getByRole("button", { name: "Vraag Karim Haddad" }).click();
      await colleague.getByRole("heading", { name: "Een collega vraagt u erbij" }).waitFor();
    };
    await askKarim();
    await colleague.getByRole("button", { name: "Ik kan nu niet" }).click();
    await clerk.page.getByText("Karim Haddad kan nu niet komen.").waitFor();

    await askKarim();
    await clerk.page.getByRole("button", { name: "Trek de vraag aan Karim Haddad in" }).click();
    await colleague.getByRole("heading", { name: "Een collega vraagt u erbij" }).waitFor({ state: "hidden" });

    await askKarim();
    await colleague.getByRole("button", { name: "Ik kom erbij" }).click();
    await people(colleague).getByText("Rudi Remove", { exact: true }).waitFor();
    const { token, room } = tokens.at(-1)!;
    await clerk.page.getByRole("button", { name: "Verwijder Karim Haddad" }).click();
    await clerk.page.getByText("Karim Haddad gaat uit het gesprek.").waitFor();
    await clerk.page.getByRole("button", { name: "Verwijderen", exact: true }).click();
    await heading(colleague, "U bent niet meer in het gesprek").waitFor();
    await colleague.getByText("An Peeters heeft u uit het gesprek gehaald.").waitFor();
    expect(await faultsOf(colleague, "company-removed")).to.deep.equal([]);
    await people(citizen.page).getByText("Karim Haddad", { exact: true }).waitFor({ state: "hidden" });
    await until("the token opens nothing", async () => /forbidden/.test(await tryToken(stage.stack, token, room)));
    await expectMediaOn(visit);

    await colleague.getByRole("button", { name: "Naar de wachtrij" }).click();
    await askKarim();
    await colleague.getByRole("button", { name: "Ik kom erbij" }).click();
    await people(colleague).getByText("Rudi Remove", { exact: true }).waitFor();
    await clerk.page.getByRole("button", { name: "Gesprek beëindigen" }).click();
    await clerk.page.getByRole("button", { name: "Beëindigen voor iedereen" }).click();
    await heading(colleague, /^Wachtrij/).waitFor();
    await colleague.getByText("Het gesprek waar u bij was, is afgelopen.").waitFor();
    await heading(citizen.page, "Het gesprek is afgelopen").waitFor();
    expect([...citizen.faults, ...clerk.faults, ...karimHere.faults]).to.deep.equal([]);
  });

  it("a colleague who is in a call of their own hears of the question there", async () => {
    const karimHere = await stage.enterClerk(karim);
    const own = await comeToWait(stage, "Otto Own");
    await admit(karimHere.page, own.name);
    await expectMovingVideo(karimHere.page);
    // Two calls at once are too much for a small machine: this visitor's laptop falls shut, and Karim waits in his call.
    await own.citizen.context.close();
    const visit = await meet(stage, "Bea Busy");
    await visit.clerk.page.getByRole("button", { name: "Vraag een collega erbij" }).click();
    await visit.clerk.page.getByText("is zelf in gesprek").waitFor();
    await visit.clerk.page.getByRole("button", { name: "Vraag Karim Haddad" }).click();
    await karimHere.page.getByText(/U bent zelf in gesprek\. Komt u\?/).waitFor();
    expect(await faultsOf(karimHere.page, "company-busy")).to.deep.equal([]);
    await karimHere.page.getByRole("button", { name: "Ik kom erbij" }).click();
    await people(karimHere.page).getByText("Bea Busy", { exact: true }).waitFor();
    await expectMediaOn(visit);
    await karimHere.page.getByRole("button", { name: "Verlaat het gesprek" }).click();
    // The queue comes to its heading: a press meanwhile may miss the button that moves away under it.
    const queue = heading(karimHere.page, /^Wachtrij/);
    await until("the queue stands, and its heading has the focus", () =>
      queue.evaluate((element) => element.contains(document.activeElement)),
    );
    await karimHere.page.getByRole("button", { name: "Terug naar het gesprek met Otto Own" }).click();
    await heading(karimHere.page, "Gesprek met Otto Own").waitFor();
    await karimHere.page.getByText("We wachten nog op de andere persoon.").waitFor();
  });

  const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
  const inChat = "alleen in de chat, zonder beeld en geluid";
  const tileOf = (page: Page, name: string) => people(page).getByRole("listitem").filter({ hasText: name });
  const people = (page: Page) => page.getByRole("list", { name: "In dit gesprek" });

  const roomNow = async (): Promise<string> => {
    const [meeting] = await ask(stage.stack, "select room from meeting order by started_at desc nulls last limit 1");
    return meeting!["room"] as string;
  };

  /** What the citizen's page tells the server of who comes waits until this is called. */
  const holdTelling = async (page: Page): Promise<() => Promise<void>> => {
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route("**/told", async (route) => {
      await held;
      await route.continue();
    });
    return async () => go();
  };

  const expectMediaOn = ({ citizen, clerk }: Pick<Visit, "citizen" | "clerk">) =>
    Promise.all([citizen.page, clerk.page].flatMap((page) => [expectMovingVideo(page), expectAudible(page)]));

  const announceJan = async () => {
    const [made] = await ask(
      stage.stack,
      `with m as (select m.*, c.name counter_name from meeting m join counter c on c.id = m.counter_id where m.status = 'in_progress' order by started_at desc limit 1),
       g as (insert into guest (meeting_id, role, name, counter_name, state, announced_at)
             select id, 'colleague', 'Jan Peeters', counter_name, 'announced', now() from m returning id)
       select m.room, g.id, pg_notify('live', 'counter:' || m.counter_id) from m, g`,
    );
    return { room: made!["room"] as string, guestId: made!["id"] as string };
  };

  /** With a good token, and claims of their own beside it. */
  const joinAs = async (guestId: string, room: string): Promise<XmppClient> => {
    const { env, prosodyUrl, publicUrl } = stage.stack;
    const settings = {
      appId: env["JITSI_APP_ID"]!,
      appSecret: env["JITSI_APP_SECRET"]!,
      domain: env["JITSI_DOMAIN"]!,
    };
    const person = { userId: guestId, name: "Jan Peeters", role: "colleague" as const };
    const token = await mintCallToken(settings, person, room, new Date());
    const client = await XmppClient.connect({ port: Number(new URL(prosodyUrl).port), token, origin: publicUrl });
    await client.join(
      room,
      `nick${Math.random().toString(16).slice(2, 8)}`,
      `<nick xmlns='http://jabber.org/protocol/nick'>Burgemeester</nick>
       <identity><user><id>someone</id><name>Burgemeester</name><role>clerk</role></user></identity>`,
    );
    return client;
  };
});
