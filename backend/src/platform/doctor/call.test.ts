import { expect } from "chai";
import { createElement } from "ltx";
import { controlSecret } from "../../../../jitsi-config/test/support/prosody.js";
import { startCallBed } from "../../../test/doctor/call-bed.js";
import { until } from "../../../test/until.js";
import { mintCallToken } from "../calls/mint-call-token.js";
import { checkProsody } from "./check-prosody.js";
import { checkToken } from "./check-token.js";
import { judgeCall, judgeMedia } from "./judge-call.js";
import { tryCall } from "./try-call.js";
import { openXmppSession } from "./xmpp-session.js";

describe("the doctor's trial call", () => {
  let bed: Awaited<ReturnType<typeof startCallBed>>;
  before(async () => {
    bed = await startCallBed();
  });
  after(() => bed.stop());

  it("finds Prosody and our module in it", async () => {
    const finding = await checkProsody({ controlUrl: bed.prosody.controlUrl, secret: controlSecret });
    expect(finding).to.deep.equal({
      state: "ok",
      seen: "Prosody answers, and our module in it to nobody without its secret",
    });
  });

  it("is let in by our token, and neither by a forged nor by an expired one", async () => {
    const finding = await checkToken(bed.trial);
    expect(finding.state, finding.seen).to.equal("ok");
    // The answer may be here before the log's line is.
    const refusals = () => bed.prosody.log.entries.filter((line) => line.includes("connection refused"));
    await until("both refusals stand in the log", () => refusals().length === 2);
  });

  it("brings two people together and reaches the bridge", async () => {
    const trial = await tryCall(bed.trial);
    expect(judgeCall(trial, { PUBLIC_IP: "127.0.0.1" }).seen).to.equal(
      `jicofo brings two people together, at the bridge's 127.0.0.1:${bed.bridge.port}`,
    );
    expect(judgeMedia(trial)).to.deep.equal({
      state: "ok",
      seen: `the bridge answers by UDP at 127.0.0.1:${bed.bridge.port}`,
    });
  });

  it("leaves no room behind, and the backend never hears of it: nobody is put out", async () => {
    await tryCall(bed.trial);
    expect((await bed.prosody.rooms()).body.rooms).to.deep.equal([]);
    expect(bed.backend.accepted.entries.map(({ event }) => event)).to.deep.equal(["boot"]);
    expect(await roomsListed()).to.deep.equal([]);
  });

  it("opens its kind of room to nobody without a token for it", async () => {
    const entry = await enter("another-room");
    const answer = await entry.join(`__doctor-x@${bed.trial.mucDomain}`, "stranger");
    entry.close();
    expect(answer.attrs["type"]).to.equal("error");
    expect(answer.getChild("error")?.getChild("not-allowed")).to.exist;
  });

  async function enter(room: string) {
    const person = { userId: "someone", name: "Someone", role: "citizen" as const };
    const token = await mintCallToken(bed.trial.settings, person, room, new Date());
    const entry = await openXmppSession({
      address: bed.trial.entrances.publicAddress,
      domain: bed.trial.settings.domain,
      token,
    });
    if (entry.outcome !== "let_in") throw new Error(entry.outcome);
    return entry.session;
  }

  async function roomsListed() {
    const session = await enter("any");
    const query = createElement("query", { xmlns: "http://jabber.org/protocol/disco#items" });
    const answer = await session.ask(bed.trial.mucDomain, "get", query);
    session.close();
    return answer
      .getChild("query")!
      .getChildElements()
      .map(({ attrs }) => attrs["jid"]);
  }
});
