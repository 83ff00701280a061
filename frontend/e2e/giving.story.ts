import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Download, Page } from "playwright-core";
import { addressOf } from "./support/api.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { waitForMail } from "./support/mail.ts";
import { button } from "./support/roles.ts";
import { comeToWait, meet, setStage, type Visit } from "./support/stage.ts";

const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(300_000), Buffer.from("\n%%EOF\n")]);
const roomsPage = "https://www.voorbeeldegem.example/zalen/reserveren";

/** What the clerk shows and gives, as it comes to the citizen. */
describe("the clerk shows and gives", function () {
  this.timeout(240_000);
  const stage = setStage();
  const { state, expectNoFaults } = gatherFaults();
  const openLink = (page: Page) => page.getByRole("link", { name: "Open in een nieuw tabblad" });

  it("a prepared page: the citizen opens it, the link stands in the chat, and is mailed when the clerk ticks it", async () => {
    const name = "Dominique Zaal";
    const visit = await meet(stage, name);
    const { citizen, clerk } = visit;
    await citizen.context.route("https://www.voorbeeldegem.example/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Zalen</title><p>Kies een zaal</p>" }),
    );
    await button(clerk.page, "Prijzen van de zalen").waitFor();
    await state(clerk.page, "giving-clerk");
    await button(clerk.page, "Zaal reserveren").click();
    await clerk.page.getByText("De bezoeker ziet nu: Zaal reserveren").waitFor();

    await citizen.page.getByRole("heading", { name: "De medewerker toont u een pagina" }).waitFor();
    await citizen.page.getByText("Op www.voorbeeldegem.example.").waitFor();
    await state(citizen.page, "giving-page");
    expect(citizen.context.pages(), "pages before the citizen presses").to.have.length(1);
    const coming = citizen.context.waitForEvent("page");
    await openLink(citizen.page).click();
    const opened = await coming;
    await opened.getByText("Kies een zaal").waitFor();
    expect(opened.url()).to.equal(roomsPage);
    expect(await opened.evaluate(() => [window.opener, document.referrer])).to.deep.equal([null, ""]);
    await opened.close();

    await button(citizen.page, /Chat openen/).click();
    const inChat = citizen.page.getByRole("log").getByRole("link", { name: roomsPage });
    expect(await inChat.getAttribute("href")).to.equal(roomsPage);
    await citizen.page.getByRole("log").getByText(`Zaal reserveren: ${roomsPage}`).waitFor();

    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    const boxes = clerk.page.getByRole("group", { name: "Links uit de chat" }).getByRole("checkbox");
    await boxes.first().check();
    await clerk.page.getByRole("radio", { name: /Geholpen/ }).check();
    await button(clerk.page, "Opslaan en naar de wachtrij").click();
    const mail = await waitForMail(stage.stack.mailUrl, addressOf(name), /zalen\/reserveren/);
    expect(String(mail.html)).to.contain(`href="${roomsPage}"`);
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("a prepared page: changed for another, closed by the citizen, still there after a reload on the easy screen, taken away by the clerk", async () => {
    const visit = await meet(stage, "Wanda Wissel");
    const { citizen, clerk } = visit;
    await button(clerk.page, "Zaal reserveren").click();
    await openLink(citizen.page).waitFor();
    await button(citizen.page, "Sluit dit bericht").click();
    await openLink(citizen.page).waitFor({ state: "detached" });
    await keyboardOf(citizen.page).expectFocus();
    await button(clerk.page, "Prijzen van de zalen").click();
    await citizen.page.getByText("Prijzen van de zalen").first().waitFor();
    expect(await openLink(citizen.page).getAttribute("href")).to.match(/prijzen$/);
    await citizen.page.evaluate(() => localStorage.setItem("balie.easy", "true"));
    await citizen.page.reload();
    await openLink(citizen.page).waitFor();
    await state(citizen.page, "giving-page-easy");
    await button(clerk.page, "Prijzen van de zalen").click();
    await openLink(citizen.page).waitFor({ state: "detached" });
    await clerk.page.getByText("De bezoeker ziet geen pagina meer.").waitFor();
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("a prepared page: shown and opened by keyboard alone", async () => {
    const visit = await meet(stage, "Karel Toets");
    const { citizen, clerk } = visit;
    await citizen.context.route("https://www.voorbeeldegem.example/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<p>Kies een zaal</p>" }),
    );
    await keyboardOf(clerk.page).press("button", "Zaal reserveren");
    await openLink(citizen.page).waitFor();
    const coming = citizen.context.waitForEvent("page");
    await keyboardOf(citizen.page).press("link", /Open in een nieuw tabblad/);
    await (await coming).getByText("Kies een zaal").waitFor();
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  const choose = async ({ clerk: { page } }: Visit, name: string, buffer: Buffer) => {
    const coming = page.waitForEvent("filechooser");
    await button(page, "Kies een bestand").click();
    await (await coming).setFiles({ name, mimeType: "application/pdf", buffer });
  };
  const give = async (visit: Visit, name: string, buffer = pdf) => {
    await choose(visit, name, buffer);
    await button(visit.clerk.page, `Geef het aan ${visit.name}`).click();
    await visit.clerk.page.getByRole("listitem").filter({ hasText: name }).waitFor();
  };
  const saveLink = (page: Page) => page.getByRole("link", { name: /^Bewaar het document/ });
  const saved = async (page: Page, press: () => Promise<unknown>): Promise<Download> => {
    const coming = page.waitForEvent("download");
    await press();
    return coming;
  };
  const bytesOf = async (file: Download) => readFileSync(await file.path());
  const addressOfGiven = async ({ citizen }: Visit) =>
    `${stage.stack.publicUrl}${await saveLink(citizen.page).getAttribute("href")}`;

  it("a document: the citizen saves it byte for byte, the clerk sees that and takes it back too late", async () => {
    const visit = await meet(stage, "Dora Document");
    const { citizen, clerk } = visit;
    await choose(visit, "attest van woonst.pdf", pdf);
    await clerk.page.getByRole("heading", { name: "Geef dit document aan Dora Document?" }).waitFor();
    await state(clerk.page, "giving-give");
    await button(clerk.page, "Geef het aan Dora Document").click();
    await clerk.page.getByText("gegeven, nog niet opgehaald").waitFor();

    await citizen.page.getByRole("heading", { name: "De medewerker geeft u een document" }).waitFor();
    await citizen.page.getByText("Bewaar het nu.").waitFor();
    await state(citizen.page, "giving-given");
    const file = await saved(citizen.page, () => saveLink(citizen.page).click());
    expect(file.suggestedFilename()).to.equal("attest van woonst.pdf");
    expect((await bytesOf(file)).equals(pdf), "the bytes that came").to.equal(true);
    await citizen.page.getByText("U hebt dit document opgehaald.").waitFor();
    await state(citizen.page, "giving-saved");
    await clerk.page.getByText("opgehaald door de bezoeker").waitFor();
    await state(clerk.page, "giving-clerk-given");

    await button(clerk.page, "Neem terug: attest van woonst.pdf").click();
    await citizen.page.getByText("De medewerker nam dit document terug: attest van woonst.pdf").waitFor();
    expect(await saveLink(citizen.page).count()).to.equal(0);
    await clerk.page.getByText("teruggenomen, maar de bezoeker had het al opgehaald").waitFor();
    await state(citizen.page, "giving-taken-back");
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("a document: a disguised and a too large one are refused in words, and nothing comes to the citizen", async () => {
    const visit = await meet(stage, "Vera Vermomd");
    const { citizen, clerk } = visit;
    await choose(visit, "attest.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"));
    await button(clerk.page, "Geef het aan Vera Vermomd").click();
    await clerk.page.getByText(/We kunnen dit bestand niet aannemen/).waitFor();
    await state(clerk.page, "giving-refused");
    await button(clerk.page, "Annuleer").click();
    await choose(visit, "attest.pdf", Buffer.alloc(10 * 1024 * 1024 + 1));
    await button(clerk.page, "Geef het aan Vera Vermomd").click();
    await clerk.page.getByText("Dit bestand is te groot.").waitFor();
    await button(clerk.page, "Annuleer").click();
    await give(visit, "goed.pdf");
    await saveLink(citizen.page).waitFor();
    expect(await saveLink(citizen.page).count(), "documents at the citizen's").to.equal(1);
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("a document: given and saved by keyboard alone", async () => {
    const visit = await meet(stage, "Toon Toets");
    const { citizen, clerk } = visit;
    const choosing = clerk.page.waitForEvent("filechooser");
    await keyboardOf(clerk.page).press("button", "Kies een bestand");
    await (await choosing).setFiles({ name: "brief.pdf", mimeType: "application/pdf", buffer: pdf });
    await keyboardOf(clerk.page).press("button", "Geef het aan Toon Toets");
    await saveLink(citizen.page).waitFor();
    await keyboardOf(clerk.page).expectFocus();
    const file = await saved(citizen.page, () => keyboardOf(citizen.page).press("link", /^Bewaar het document/));
    expect((await bytesOf(file)).equals(pdf)).to.equal(true);
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("a document: the clerk is told of each that is fetched, in whatever order, and keeps the focus after taking one back", async () => {
    const visit = await meet(stage, "Wies Wissel");
    const { citizen, clerk } = visit;
    await give(visit, "eerst.pdf");
    await give(visit, "later.pdf");
    for (const [place, name] of [
      [1, "later.pdf"],
      [0, "eerst.pdf"],
    ] as const) {
      await saved(citizen.page, () => saveLink(citizen.page).nth(place).click());
      await clerk.page.getByRole("status").getByText(`De bezoeker heeft ${name} opgehaald.`).waitFor();
    }
    await button(clerk.page, "Neem terug: later.pdf").click();
    await button(clerk.page, "Neem terug: later.pdf").waitFor({ state: "detached" });
    await keyboardOf(clerk.page).expectFocus();
    expectNoFaults([citizen, clerk]);
  });

  it("a document: it comes to that citizen in that call, and to nobody else", async () => {
    const visit = await meet(stage, "Olga Over");
    const { citizen, clerk } = visit;
    await give(visit, "attest.pdf");
    await saveLink(citizen.page).waitFor();
    const address = await addressOfGiven(visit);
    const statusFor = async (page: Page) => (await page.request.get(address)).status();
    const stranger = await comeToWait(stage, "Victor Vreemd");
    expect(await statusFor(stranger.citizen.page)).to.equal(401);
    expect(await statusFor(clerk.page)).to.equal(401);
    expect((await citizen.page.request.get(address)).headers()).to.include({
      "content-disposition": 'attachment; filename="attest.pdf"',
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await clerk.page.getByRole("radio", { name: /Geholpen/ }).waitFor();
    await clerk.page.getByText("opgehaald door de bezoeker").waitFor();
    await state(clerk.page, "giving-outcome");
    expect(await statusFor(citizen.page)).to.equal(410);
    expectNoFaults([visit.citizen, visit.clerk]);
  });
});
