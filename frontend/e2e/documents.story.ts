import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Download, Page } from "playwright-core";
import { ask } from "./support/database.ts";
import { gatherFaults } from "./support/faults.ts";
import { keyboardOf } from "./support/keyboard.ts";
import { button } from "./support/roles.ts";
import { karim, meet, setStage, type Visit } from "./support/stage.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

/** The clerk asks, the citizen shows or sends, the clerk saves it. */
describe("a document in the call", function () {
  this.timeout(180_000);
  const stage = setStage();
  const { state, expectNoFaults } = gatherFaults();

  const askFor = async ({ clerk: { page } }: Visit, what: string) => {
    await button(page, "Vraag een document").click();
    await page.getByLabel("Welk document, en waarom?").fill(what);
    await button(page, "Vraag het").click();
    await page.getByRole("listitem").filter({ hasText: what }).waitFor();
  };
  const chooseFile = async ({ citizen: { page } }: Visit, name: string, buffer: Buffer) => {
    const coming = page.waitForEvent("filechooser");
    await button(page, "Kies een bestand").click();
    await (await coming).setFiles({ name, mimeType: "application/pdf", buffer });
  };
  const download = async ({ clerk: { page } }: Visit, name: RegExp): Promise<Download> => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    return coming;
  };
  const bytesOf = async (file: Download) => readFileSync(await file.path());

  it("is shown to the camera, framed and sent, and the clerk saves the JPEG", async () => {
    const visit = await meet(stage, "Fatima Foto");
    const { citizen, clerk } = visit;
    await button(clerk.page, "Vraag een document").click();
    await button(clerk.page, "Vraag het").click();
    await clerk.page.getByText("Schrijf welk document u vraagt.").waitFor();
    await state(clerk.page, "document-clerk-asks");
    await clerk.page.getByLabel("Welk document, en waarom?").fill("Uw huurcontract, om uw adres te wijzigen");
    await button(clerk.page, "Vraag het").click();

    await citizen.page.getByRole("heading", { name: "De medewerker vraagt u een document" }).waitFor();
    await citizen.page.getByText(/30 dagen na het gesprek/).waitFor();
    await state(citizen.page, "document-asked");
    await button(citizen.page, "Toon het aan de camera").click();
    await citizen.page.getByRole("heading", { name: "Houd het document voor de camera" }).waitFor();
    await state(citizen.page, "document-aim");
    const camera = await cameraSize(citizen.page);
    await button(citizen.page, "Maak een foto").click();
    await citizen.page.getByText("Het kader is 80 % breed en 80 % hoog.").waitFor();
    await state(citizen.page, "document-frame");
    await drag(citizen.page, "Hoek linksboven", 0.25, 0.2);
    await citizen.page.getByText("Het kader is 65 % breed en 70 % hoog.").waitFor();
    await button(citizen.page, "Verder").click();
    await citizen.page.getByRole("heading", { name: "Kunt u alles goed lezen?" }).waitFor();
    await state(citizen.page, "document-look");
    await button(citizen.page, "Verstuur").last().click();
    await citizen.page.getByText("Verstuurd: Uw huurcontract").waitFor();
    await state(citizen.page, "document-sent");

    await clerk.page.getByRole("link", { name: /Download foto\.jpg/ }).waitFor();
    await state(clerk.page, "document-clerk-received");
    const file = await download(visit, /Download foto\.jpg/);
    expect(file.suggestedFilename()).to.equal("foto.jpg");
    const size = jpegSize(await bytesOf(file));
    console.log(`      camera ${camera.width}×${camera.height}, sent ${size.width}×${size.height}`);
    expect(size.width).to.be.closeTo(camera.width * 0.65, camera.width * 0.01);
    expect(size.height).to.be.closeTo(camera.height * 0.7, camera.height * 0.01);
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("is a PDF that the citizen chooses; an empty, a disguised and a too large one are refused in words", async () => {
    const visit = await meet(stage, "Piet Pdf");
    const { citizen, clerk } = visit;
    await askFor(visit, "Uw loonbrief");
    await chooseFile(visit, "loonbrief.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"));
    await citizen.page.getByText(/We kunnen dit bestand niet aannemen/).waitFor();
    await state(citizen.page, "document-refused");
    await chooseFile(visit, "loonbrief.pdf", Buffer.alloc(0));
    await citizen.page.getByText("Dit bestand is leeg.").waitFor();
    await chooseFile(visit, "loonbrief.pdf", Buffer.alloc(10 * 1024 * 1024 + 1));
    await citizen.page.getByText("Dit bestand is te groot.").waitFor();

    await citizen.page.route("**/documents/*/file*", (route) => route.abort());
    await chooseFile(visit, "loonbrief.pdf", pdf);
    await citizen.page
      .getByText("We kregen geen antwoord.")
      .or(citizen.page.getByText("We kunnen het loket"))
      .waitFor();
    await citizen.page.unroute("**/documents/*/file*");
    await button(citizen.page, "Probeer opnieuw").click();
    await citizen.page.getByText("Verstuurd: Uw loonbrief").waitFor();

    const file = await download(visit, /Download loonbrief\.pdf/);
    expect((await bytesOf(file)).equals(pdf)).to.equal(true);
    const [kept] = await ask(
      stage.stack,
      "select count(*)::int n from document_content where position('%PDF' in encode(sealed, 'escape')) > 0",
    );
    expect(kept?.["n"]).to.equal(0);
    await button(clerk.page, "Gesprek beëindigen").click();
    await button(clerk.page, "Beëindigen voor iedereen").click();
    await clerk.page.getByRole("radio", { name: /Geholpen/ }).waitFor();
    expect((await bytesOf(await download(visit, /Download loonbrief\.pdf/))).equals(pdf)).to.equal(true);
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("is taken back or declined, and both hear of it", async () => {
    const visit = await meet(stage, "Dina Declines");
    const { citizen, clerk } = visit;
    await askFor(visit, "Uw rijbewijs");
    await button(citizen.page, "Toon het aan de camera").click();
    await citizen.page.getByRole("heading", { name: "Houd het document voor de camera" }).waitFor();
    await button(clerk.page, "Trek de vraag in: Uw rijbewijs").click();
    await citizen.page.getByText("De medewerker heeft dit document niet meer nodig: Uw rijbewijs").waitFor();
    expect(await citizen.page.getByRole("dialog").count()).to.equal(0);
    await button(clerk.page, "Trek de vraag in: Uw rijbewijs").waitFor({ state: "detached" });
    await keyboardOf(clerk.page).expectFocus();
    await askFor(visit, "Uw trouwboekje");
    await button(citizen.page, "Ik stuur dit niet").click();
    await citizen.page.getByText("U stuurt dit niet: Uw trouwboekje").waitFor();
    await clerk.page.getByText("wil of kan de bezoeker niet sturen").waitFor();
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("is told to the clerk when it is answered, also when another one that was asked later was answered before", async () => {
    const visit = await meet(stage, "Otto Omgekeerd");
    const { citizen, clerk } = visit;
    await askFor(visit, "Uw rijbewijs");
    await askFor(visit, "Uw trouwboekje");
    const told = (what: string) => clerk.page.getByRole("status").getByText(`De bezoeker stuurt dit niet: ${what}`);
    await button(citizen.page, "Ik stuur dit niet").nth(1).click();
    await told("Uw trouwboekje").waitFor();
    await button(citizen.page, "Ik stuur dit niet").click();
    await told("Uw rijbewijs").waitFor();
    expectNoFaults([citizen, clerk]);
  });

  it("is photographed also for who presses before the camera's first picture", async () => {
    const visit = await meet(stage, "Vera Vlug");
    const { citizen, clerk } = visit;
    await askFor(visit, "Uw pas");
    const pressed = citizen.page.evaluate(pressAsSoonAsThere, "Maak een foto");
    await button(citizen.page, "Toon het aan de camera").click();
    expect(await pressed, "the picture was there before the press").to.equal(false);
    await button(citizen.page, "Hoek linksboven").waitFor();
    await button(citizen.page, "Verder").click();
    await citizen.page.getByRole("heading", { name: "Kunt u alles goed lezen?" }).waitFor();
    expectNoFaults([citizen, clerk]);
  });

  it("is shown, framed and sent by keyboard alone", async () => {
    const visit = await meet(stage, "Karel Toets");
    const { citizen } = visit;
    const keys = keyboardOf(citizen.page);
    await askFor(visit, "Uw paspoort");
    await keys.press("button", "Toon het aan de camera");
    await keys.press("button", "Maak een foto");
    await keys.to("button", "Hoek linksboven");
    for (let press = 0; press < 5; press++) await keys.arrow("ArrowDown");
    await citizen.page.getByText("Het kader is 80 % breed en 70 % hoog.").waitFor();
    await keys.press("button", "Verder");
    await citizen.page.getByRole("heading", { name: "Kunt u alles goed lezen?" }).waitFor();
    await keys.press("button", /^Verstuur$/);
    await citizen.page.getByText("Verstuurd: Uw paspoort").waitFor();
    await keys.expectFocus();
    expectNoFaults([visit.citizen, visit.clerk]);
  });

  it("opens for nobody at another counter, and not for the citizen", async () => {
    const visit = await meet(stage, "Olga Over");
    await askFor(visit, "Uw attest");
    await chooseFile(visit, "attest.pdf", pdf);
    const link = visit.clerk.page.getByRole("link", { name: /Download attest\.pdf/ });
    const address = `${stage.stack.publicUrl}${await link.getAttribute("href")}`;
    const colleague = await stage.enterClerk(karim);
    const statusFor = async (page: Page) => (await page.request.get(address)).status();
    expect(await statusFor(visit.clerk.page)).to.equal(200);
    await ask(stage.stack, "delete from clerk_counter where clerk_id = (select id from clerk where email = $1)", [
      karim.email,
    ]);
    expect(await statusFor(colleague.page)).to.equal(404);
    expect(await statusFor(visit.citizen.page)).to.equal(401);
    const answer = await visit.clerk.page.request.get(address);
    expect(answer.headers()).to.include({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
    expect(answer.headers()["content-disposition"]).to.equal('attachment; filename="attest.pdf"');
    expectNoFaults([visit.citizen, visit.clerk]);
  });
});

/** Whether the camera's picture was there by then. */
const pressAsSoonAsThere = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const found = [...document.querySelectorAll("dialog button")].find(({ textContent }) => textContent === name);
      if (!(found instanceof HTMLElement)) return;
      observer.disconnect();
      found.click();
      resolve((document.querySelector("dialog video") as HTMLVideoElement).readyState >= 2);
    }).observe(document.body, { childList: true, subtree: true });
  });

const cameraSize = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>("dialog video")!;
    return { width: video.videoWidth, height: video.videoHeight };
  });

/** To these parts of the picture's width and height. */
const drag = async (page: Page, corner: string, x: number, y: number) => {
  const handle = (await page.getByRole("button", { name: corner }).boundingBox())!;
  const area = (await page.getByRole("img", { name: "Uw foto" }).boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * x, area.y + area.height * y, { steps: 5 });
  await page.mouse.up();
};

/** From the frame header of a JPEG (ITU T.81, B.2.2). */
const jpegSize = (bytes: Buffer): { width: number; height: number } => {
  expect(bytes.subarray(0, 3).toString("hex")).to.equal("ffd8ff");
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker >= 0xc0 && marker <= 0xc3)
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  throw new Error("no frame header");
};
