import { expect } from "chai";
import { Counter, newRoom } from "./support/counter.js";
import { publicUrl } from "./support/prosody.js";
import { refusalOf } from "./support/refusal.js";
import { citizen, clerk, now, signToken, validClaims, validToken } from "./support/tokens.js";

const room = newRoom();
const claims = (changes: Record<string, unknown>) => signToken({ ...validClaims(room), ...changes });
const claimsWithout = (name: string) => {
  const { [name]: _left, ...others } = validClaims(room);
  return signToken(others);
};

const refusals: { title: string; token: () => string | undefined; text: string }[] = [
  { title: "without a token", token: () => undefined, text: "token is required" },
  { title: "with an empty token", token: () => "", text: "token is required" },
  { title: "with garbage", token: () => "garbage", text: "token is malformed" },
  { title: "with three parts of garbage", token: () => "a.b.c", text: "token signature is wrong" },
  { title: "with claims that are no object", token: () => signToken("clerk"), text: "token is malformed" },
  {
    title: "with a forged signature",
    token: () => signToken(validClaims(room), { secret: "another secret" }),
    text: "token signature is wrong",
  },
  {
    title: "with claims changed after signing",
    token: () => {
      const [header, , signature] = validToken(room).split(".");
      return `${header}.${validToken(room, clerk).split(".")[1]}.${signature}`;
    },
    text: "token signature is wrong",
  },
  {
    title: "with algorithm none and no signature",
    token: () => signToken(validClaims(room), { header: { alg: "none" } }).replace(/[^.]*$/, ""),
    text: "token is malformed",
  },
  {
    title: "with algorithm none named over our signature",
    token: () => signToken(validClaims(room), { header: { alg: "none" } }),
    text: "token algorithm must be HS256",
  },
  {
    title: "with HS384",
    token: () => signToken(validClaims(room), { header: { alg: "HS384" }, hash: "sha384" }),
    text: "token signature is wrong",
  },
  {
    title: "with HS384 named over our signature",
    token: () => signToken(validClaims(room), { header: { alg: "HS384" } }),
    text: "token algorithm must be HS256",
  },
  {
    title: "without a type",
    token: () => signToken(validClaims(room), { header: { typ: undefined } }),
    text: "token type must be JWT",
  },
  {
    title: "with the type in lower case",
    token: () => signToken(validClaims(room), { header: { typ: "jwt" } }),
    text: "token type must be JWT",
  },
  { title: "with the audience as an array", token: () => claims({ aud: ["jitsi"] }), text: "token audience is wrong" },
  { title: "with another audience", token: () => claims({ aud: "balie" }), text: "token audience is wrong" },
  { title: "without an audience", token: () => claimsWithout("aud"), text: "token audience is wrong" },
  { title: "with another issuer", token: () => claims({ iss: "somebody" }), text: "token issuer is wrong" },
  { title: "without an issuer", token: () => claimsWithout("iss"), text: "token issuer is wrong" },
  { title: "with another subject", token: () => claims({ sub: "meet.example" }), text: "token subject is wrong" },
  { title: "with every host as subject", token: () => claims({ sub: "*" }), text: "token subject is wrong" },
  { title: "without a subject", token: () => claimsWithout("sub"), text: "token subject is wrong" },
  { title: "one second after it expired", token: () => claims({ exp: now() - 1 }), text: "token has expired" },
  { title: "without an expiry", token: () => claimsWithout("exp"), text: "token expiry is missing" },
  {
    title: "with the expiry as text",
    token: () => claims({ exp: String(now() + 600) }),
    text: "token expiry is missing",
  },
  { title: "before it is valid", token: () => claims({ nbf: now() + 5 }), text: "token is not valid yet" },
  {
    title: "with the start as text",
    token: () => claims({ nbf: String(now() - 5) }),
    text: "token start is no number",
  },
  { title: "without a room", token: () => claimsWithout("room"), text: "token room is missing" },
  { title: "with an empty room", token: () => claims({ room: "" }), text: "token room is missing" },
  { title: "with a number as room", token: () => claims({ room: 7 }), text: "token room is missing" },
  { title: "for every room", token: () => claims({ room: "*" }), text: "token must name one room" },
  { title: "without a user", token: () => claims({ context: {} }), text: "token user is missing" },
  { title: "with a number as user", token: () => claims({ context: { user: 7 } }), text: "token user is missing" },
  { title: "with null as user", token: () => claims({ context: { user: null } }), text: "token user is missing" },
  {
    title: "without a user id",
    token: () => claims({ context: { user: { name: "N" } } }),
    text: "token user is missing",
  },
];

describe("a page connects", function () {
  this.timeout(15_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  for (const { title, token, text } of refusals) {
    it(`and is refused ${title}`, async () => {
      const refusal = await refusalOf(counter.connect(token()));
      expect(refusal).to.include({ condition: "not-allowed", text });
    });
  }

  it("and is let in with a token of ours", async () => {
    const page = await counter.connect(validToken(room));
    expect(page.jid).to.match(/@meet\.localhost\//);
  });

  it("and is let in without a start time", async () => {
    const page = await counter.connect(claimsWithout("nbf"));
    expect(page.jid).to.match(/@meet\.localhost\//);
  });

  it("and is let in from a page of our own site", async () => {
    const page = await counter.connect(validToken(room), { origin: new URL(publicUrl).origin });
    expect(page.jid).to.match(/@meet\.localhost\//);
  });

  it("and is refused from a page of another site", async () => {
    const refusal = await refusalOf(counter.connect(validToken(room), { origin: "https://balie.example.evil" }));
    expect(refusal).to.include({ condition: "not-allowed", text: "page of another site" });
  });

  it("and leaves neither its token nor its name in the log", async () => {
    const token = validToken(room, { ...citizen, id: "citizen-in-log", name: "Unmistakable Name" });
    const page = await counter.connect(token);
    await page.join(room, "lognick");
    await page.hangUp();
    await refusalOf(counter.connect(token.replace(/.$/, "")));
    const log = counter.prosody.log.entries.join("\n");
    expect(log).to.include("connection refused: token signature is wrong");
    for (const secret of [token, token.slice(0, -1), "Unmistakable", "citizen-in-log", "citizen-1", room]) {
      expect(log).not.to.include(secret);
    }
  });
});

describe("a page whose connection breaks", function () {
  this.timeout(15_000);
  let counter: Counter;

  before(async () => {
    counter = await Counter.start();
  });
  after(() => counter.stop());

  it("takes up its stream again and never left the room", async () => {
    const ownRoom = newRoom();
    const before = await counter.connectAs(citizen, ownRoom, { resumable: true });
    await before.join(ownRoom, "citizennick");
    await before.vanish();
    const after = await counter.connectAs(citizen, ownRoom, { lost: before });
    after.message(ownRoom, "still here");
    await after.stanzas.first("own message", (stanza) => stanza.name === "message");
    await counter.hasToldAll();
    expect(counter.backend.storyOf(ownRoom)).to.deep.equal(["created", "joined citizen-1"]);
  });

  it("does not take up the stream of somebody else", async () => {
    const ownRoom = newRoom();
    const clerkPage = await counter.connectAs(clerk, ownRoom, { resumable: true });
    const refusal = await refusalOf(counter.connectAs(citizen, ownRoom, { lost: clerkPage }));
    expect(refusal).to.include({ type: "resume", condition: "item-not-found" });
  });

  it("does not take up its own stream with a token for another room", async () => {
    const clerkPage = await counter.connectAs(clerk, newRoom(), { resumable: true });
    const refusal = await refusalOf(counter.connectAs(clerk, newRoom(), { lost: clerkPage }));
    expect(refusal).to.include({ type: "resume", condition: "item-not-found" });
  });
});
