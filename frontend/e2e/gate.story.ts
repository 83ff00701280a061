import { createHmac } from "node:crypto";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { until } from "../../backend/test/until.ts";
import { bookByRequest, linkTokenIn, plainRequest } from "./support/api.ts";
import { admit, say } from "./support/counter.ts";
import { ask } from "./support/database.ts";
import { expectMovingVideo } from "./support/media.ts";
import { occupantsOf, tryToken, untilOnly, watchTokens } from "./support/rooms.ts";
import { an, comeToWait, karim, meet, setStage } from "./support/stage.ts";

/** The same refusals as backend/src/features/meetings/gate.test.ts, as people and their browsers meet them. */
describe("the gate, in the browser", function () {
  this.timeout(120_000);
  const stage = setStage();
  const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
  const endForAll = async (clerk: Page) => {
    await clerk.getByRole("button", { name: "Gesprek beëindigen" }).click();
    await clerk.getByRole("button", { name: "Beëindigen voor iedereen" }).click();
    await heading(clerk, /afronden$/).waitFor();
  };

  it("who is removed is out of the room, and neither the token nor a reload leads back", async () => {
    const name = "Rita Removed";
    const waiting = await comeToWait(stage, name);
    const clerk = await stage.enterClerk();
    const [citizenTokens, clerkTokens] = [await watchTokens(waiting.citizen.page), await watchTokens(clerk.page)];
    await admit(clerk.page, name);
    await Promise.all([expectMovingVideo(waiting.citizen.page), expectMovingVideo(clerk.page)]);
    const { token, room, userId } = citizenTokens.at(-1)!;
    const clerkId = clerkTokens.at(-1)!.userId;
    await untilOnly(stage.stack, room, [userId, clerkId]);

    await clerk.page.getByRole("button", { name: `Verwijder ${name}` }).click();
    const removedAt = Date.now();
    await clerk.page.getByRole("button", { name: "Verwijderen", exact: true }).click();
    await untilOrdersAreDone(room);
    console.log(`      the click that removes, to a token that opens nothing: ${Date.now() - removedAt} ms`);
    expect(await tryToken(stage.stack, token, room)).to.match(/^auth\/forbidden/);
    await heading(waiting.citizen.page, "U bent niet meer in het gesprek").waitFor();
    await clerk.page.getByRole("list", { name: "In dit gesprek" }).waitFor({ state: "hidden" });
    await clerk.page.getByText("kan niet terug").waitFor();
    await untilOnly(stage.stack, room, [clerkId]);

    await waiting.citizen.page.reload();
    await waiting.citizen.page.getByRole("button", { name: "Terug naar het gesprek" }).click();
    await heading(waiting.citizen.page, "U bent niet meer in het gesprek").waitFor();
    await untilOnly(stage.stack, room, [clerkId]);
    expect(citizenTokens).to.have.length(1);
  });

  it("after the end neither the link nor the token opens anything", async () => {
    const waiting = await comeToWait(stage, "Eva Ended");
    const clerk = await stage.enterClerk();
    const tokens = await watchTokens(waiting.citizen.page);
    await admit(clerk.page, waiting.name);
    await Promise.all([expectMovingVideo(waiting.citizen.page), expectMovingVideo(clerk.page)]);
    const { token, room } = tokens.at(-1)!;
    await endForAll(clerk.page);
    await heading(waiting.citizen.page, "Het gesprek is afgelopen").waitFor();
    await untilOnly(stage.stack, room, []);
    await untilOrdersAreDone(room);
    expect(await tryToken(stage.stack, token, room)).to.match(/^auth\/forbidden/);

    const later = await stage.enter();
    await later.page.goto(waiting.link);
    await heading(later.page, "Het gesprek is afgelopen").waitFor();
    const answer = await plainRequest(stage.stack, "POST", "/api/appointment/arrival", linkTokenIn(waiting.link), {
      tabId: "a".repeat(32),
    });
    expect(answer).to.deep.include({ status: 410, code: "meeting_ended" });
  });

  it("a second tab takes the call over, and the first one takes it back", async () => {
    const { citizen, clerk, link } = await meet(stage, "Tine Tabs");
    const second = await citizen.context.newPage();
    await second.goto(link);
    await second.getByRole("button", { name: "Terug naar het gesprek" }).click();
    await Promise.all([
      expectMovingVideo(second),
      heading(citizen.page, "Dit gesprek is open in een ander tabblad").waitFor(),
    ]);
    await citizen.page.getByRole("button", { name: "Gebruik dit tabblad" }).click();
    await Promise.all([
      expectMovingVideo(citizen.page),
      heading(second, "Dit gesprek is open in een ander tabblad").waitFor(),
    ]);
    await expectMovingVideo(clerk.page);
  });

  it("the link on another device waits for the nod: refused it is told so, accepted it replaces the first", async () => {
    const { citizen, clerk, link, name } = await meet(stage, "Dirk Devices");
    const { room } = await clerkRoom(clerk.page);
    const before = await occupantsOf(stage.stack, room);
    await clerk.page.evaluate(() => Object.assign(window, { isSamePage: true }));
    const askWith = async () => {
      const { page } = await stage.enter();
      await page.goto(link);
      await page.getByRole("button", { name: "Terug naar het gesprek" }).click();
      await page.getByRole("button", { name: "Test camera en microfoon" }).click();
      await page.getByText("Goed zo, we horen u.").waitFor();
      await page.getByRole("button", { name: "Naar de wachtkamer" }).click();
      await page.getByText("De medewerker moet dit toestel eerst goedkeuren.").waitFor();
      await clerk.page.getByRole("heading", { name: "Een ander toestel vraagt om binnen te komen" }).waitFor();
      return page;
    };

    const stranger = await askWith();
    await clerk.page.getByRole("button", { name: "Weiger dit toestel" }).click();
    await heading(stranger, "U bent niet binnengelaten").waitFor();
    await expectMovingVideo(citizen.page);

    const tablet = await askWith();
    const nodAt = Date.now();
    await clerk.page.getByRole("button", { name: "Laat dit toestel toe" }).click();
    await Promise.all([
      expectMovingVideo(tablet),
      heading(citizen.page, "Het gesprek gaat verder op een ander toestel").waitFor(),
    ]);
    console.log(`      nod to moving pictures on the new device: ${Date.now() - nodAt} ms`);
    await expectMovingVideo(clerk.page);
    await clerk.page.getByRole("list", { name: "In dit gesprek" }).getByText(name).waitFor();
    expect(await clerk.page.evaluate(() => "isSamePage" in window)).to.equal(true);
    const after = await occupantsOf(stage.stack, room);
    expect(after).to.have.length(2);
    expect(after.filter(({ nick }) => before.some((each) => each.nick === nick))).to.have.length(1);
  });

  it("a clerk who reloads in mid-call comes back to the citizen", async () => {
    const { citizen, clerk, name } = await meet(stage, "Rik Reload");
    await clerk.page.reload();
    await returnToCall(clerk.page, name);
    await Promise.all([expectMovingVideo(clerk.page), expectMovingVideo(citizen.page)]);
  });

  it("a clerk's second tab takes the call over, and the first one says so", async () => {
    const { citizen, clerk, name } = await meet(stage, "Tom Twotabs");
    const second = await clerk.context.newPage();
    await second.goto(`${stage.stack.publicUrl}/console`);
    await returnToCall(second, name);
    await Promise.all([
      expectMovingVideo(second),
      heading(clerk.page, "Dit gesprek is open in een ander tabblad").waitFor(),
    ]);
    await expectMovingVideo(citizen.page);
    await clerk.page.getByRole("button", { name: "Neem het gesprek hier over" }).click();
    await Promise.all([
      expectMovingVideo(clerk.page),
      heading(second, "Dit gesprek is open in een ander tabblad").waitFor(),
    ]);
  });

  it("two clerks see the same arrival; one admits, the other sees whose it is", async () => {
    const [clerk, colleague] = [await stage.enterClerk(an), await stage.enterClerk(karim)];
    const { citizen, name } = await comeToWait(stage, "Karin Two");
    const button = { name: `Laat ${name} binnen` };
    await Promise.all([clerk, colleague].map(({ page }) => page.getByRole("button", button).waitFor()));
    await admit(colleague.page, name);
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(colleague.page)]);
    await clerk.page.getByRole("button", button).waitFor({ state: "hidden" });
    const card = clerk.page.getByRole("listitem").filter({ hasText: name });
    await card.getByText(`Gesprek van ${karim.name}`).waitFor();
    expect(await card.getByRole("button").count()).to.equal(0);
    await citizen.page.getByRole("list", { name: "In dit gesprek" }).getByText(karim.name).waitFor();
  });

  it("Prosody lets nobody in without a good token of this very room, and the page says that it did not work", async () => {
    const { clerk, name } = await meet(stage, "Nora Notoken");
    const call = await clerkRoom(clerk.page);
    const other = "0".repeat(40);
    const refusals = {
      none: await tryToken(stage.stack, undefined, call.room),
      forged: await tryToken(stage.stack, resigned(call.token, "not our secret"), call.room),
      expired: await tryToken(stage.stack, resigned(call.token, secret(), { exp: 1_700_000_000 }), call.room),
      ofAnotherRoom: await tryToken(stage.stack, resigned(call.token, secret(), { room: other }), call.room),
      forAllRooms: await tryToken(stage.stack, resigned(call.token, secret(), { room: "*" }), call.room),
    };
    expect(refusals.none).to.match(/^sasl\/not-allowed/);
    expect(refusals.forged).to.match(/^sasl\/not-allowed/);
    expect(refusals.expired).to.match(/^sasl\/not-allowed .*expired/);
    expect(refusals.ofAnotherRoom).to.match(/^cancel\/not-allowed/);
    expect(refusals.forAllRooms).to.match(/^sasl\/not-allowed/);

    const forger = await stage.enterClerk();
    await forger.page.route("**/call-token", async (route) => {
      const answer = await route.fetch();
      const json = await answer.json();
      await route.fulfill({ response: answer, json: { ...json, token: resigned(json.token, "not our secret") } });
    });
    await forger.page.reload();
    await forger.page.getByRole("button", { name: `Terug naar het gesprek met ${name}` }).click();
    await heading(forger.page, "U bent niet meer in het gesprek").waitFor();
    expect(await occupantsOf(stage.stack, call.room)).to.have.length(2);
  });

  it("a lost network in the waiting room and in the call is told, and mends itself", async () => {
    const { citizen, name } = await comeToWait(stage, "Olga Offline");
    const clerk = await stage.enterClerk();
    const lost = citizen.page.getByText("De verbinding is weg. We proberen ze te herstellen.");
    await citizen.context.setOffline(true);
    await lost.waitFor();
    await clerk.page.getByText("heeft de pagina dicht of geen internet").waitFor();
    await citizen.context.setOffline(false);
    await lost.waitFor({ state: "hidden" });
    await clerk.page.getByText("is verbonden").waitFor();

    await admit(clerk.page, name);
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
    const falters = citizen.page.getByText(/^De verbinding (hapert|is weg)\./);
    await citizen.context.setOffline(true);
    await falters.waitFor();
    await citizen.context.setOffline(false);
    await falters.waitFor({ state: "hidden" });
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
    await say(citizen.page, "Ik ben er weer.");
    await clerk.page.getByRole("log").getByText("Ik ben er weer.").waitFor();
  });

  it("both come back after Prosody was killed in mid-call", async () => {
    const { citizen, clerk } = await meet(stage, "Piet Prosody");
    const { room } = await clerkRoom(clerk.page);
    const users = (await occupantsOf(stage.stack, room)).map(({ user }) => user!);
    const killedAt = await kill("prosody");
    await untilOnly(stage.stack, room, users);
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
    console.log(`      Prosody killed to moving pictures on both sides: ${Date.now() - killedAt} ms`);
    await say(clerk.page, "Daar zijn we weer.");
    await citizen.page.getByRole("button", { name: /Chat openen/ }).click();
    await citizen.page.getByRole("log").getByText("Daar zijn we weer.").waitFor();
  });

  it("the call goes on while the backend is killed and comes back, and the clerk then ends it", async () => {
    const { citizen, clerk, name } = await meet(stage, "Bart Backend");
    const stale = clerk.page.getByText("Geen verbinding. De lijst kan verouderd zijn.");
    await kill("backend");
    await stale.waitFor();
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
    await stale.waitFor({ state: "hidden" });
    await citizen.page.reload();
    await Promise.all([expectMovingVideo(citizen.page), expectMovingVideo(clerk.page)]);
    await clerk.page.getByRole("list", { name: "In dit gesprek" }).getByText(name).waitFor();
    await endForAll(clerk.page);
    await heading(citizen.page, "Het gesprek is afgelopen").waitFor();
  });

  it("an old link of a cancelled appointment says so, and opens no waiting room", async () => {
    const { page } = await stage.enter();
    const link = await bookByRequest(stage.stack, { name: "Carla Cancelled" });
    await page.goto(link);
    await page.getByRole("button", { name: "Annuleer de afspraak" }).click();
    await page.getByRole("button", { name: "Ja, annuleer de afspraak" }).click();
    await heading(page, "Deze afspraak is geannuleerd").waitFor();

    const old = await stage.enter();
    await old.page.goto(link);
    await heading(old.page, "Deze afspraak is geannuleerd").waitFor();
    expect(await old.page.getByRole("button", { name: /wachtkamer|camera/i }).count()).to.equal(0);
    const answer = await plainRequest(stage.stack, "POST", "/api/appointment/arrival", linkTokenIn(link), {
      tabId: "a".repeat(32),
    });
    expect(answer).to.deep.include({ status: 410, code: "appointment_cancelled" });
  });

  const secret = () => stage.stack.env["JITSI_APP_SECRET"]!;

  /** The page leaves by itself as soon as it hears; what holds is Prosody's answer, which comes a moment earlier or later. */
  const untilOrdersAreDone = (room: string) =>
    until("Prosody has been told", async () => {
      const orders = await ask(stage.stack, "select done_at from room_order where room = $1", [room]);
      return orders.length > 0 && orders.every((order) => order["done_at"] !== null);
    });

  /** A fresh token of the clerk's, asked for as the console does. */
  const clerkRoom = async (page: Page): Promise<{ token: string; room: string }> =>
    page.evaluate(async () => {
      const queue = await (await fetch("/api/queue")).json();
      const { id } = await (await fetch("/api/clerk-session")).json();
      const mine = queue.entries.filter(
        (each: { status: string; clerk: { id: string } | null }) =>
          each.status === "in_progress" && each.clerk?.id === id,
      );
      const answer = await fetch(`/api/meetings/${mine.at(-1).meetingId}/call-token`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
      });
      return answer.json();
    });

  /** The reload leads back at once, or after one click on the call's card. */
  const returnToCall = (page: Page, name: string) =>
    page.getByRole("button", { name: `Terug naar het gesprek met ${name}` }).click();

  /** A sudden death; resolves, with the moment, when another process has taken the place. */
  const kill = async (process: string): Promise<number> => {
    const before = stage.stack.pids()[process];
    const at = Date.now();
    stage.stack.kill(process, "SIGKILL");
    await until(`another ${process} runs`, async () => ![undefined, before].includes(stage.stack.pids()[process]));
    return at;
  };
});

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");

/** The same token with other claims, signed with this secret. */
const resigned = (token: string, secret: string, claims: object = {}): string => {
  const [head, body] = token.split(".") as [string, string];
  const signed = `${head}.${encoded({ ...JSON.parse(Buffer.from(body, "base64url").toString()), ...claims })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
};
