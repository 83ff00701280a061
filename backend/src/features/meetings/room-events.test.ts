import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyParser } from "@koa/bodyparser";
import { expect } from "chai";
import Koa from "koa";
import { pino } from "pino";
import { createTestDatabase, type TestDatabase } from "../../../test/database.js";
import { type CounterControl, roomOccupant } from "../../platform/calls/counter-control.js";
import type { Log } from "../../platform/log.js";
import { Occupant } from "./occupant.entity.js";
import { roomEventRoutes } from "./room-events.routes.js";

const secret = "s".repeat(32);

describe("what Prosody tells of telephones", () => {
  let database: TestDatabase;
  let server: Server;
  let lines: string[];
  let boot: string;
  let seq: number;
  let isGapAnswered: boolean;
  before(async () => {
    database = await createTestDatabase();
    const log: Log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
    const rooms = async () => {
      if (!isGapAnswered) throw new Error("Prosody is away");
      return { boot, seq, rooms: [] };
    };
    const control = { rooms } as unknown as CounterControl;
    const koa = new Koa().use(bodyParser({ enableTypes: ["json"] }));
    koa.silent = true;
    koa.use(
      roomEventRoutes({ secret, dataSource: database.dataSource, control, clock: () => new Date(), log }).routes(),
    );
    server = createServer(koa.callback());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  after(async () => {
    server.close();
    await database.drop();
  });
  beforeEach(async () => {
    [lines, boot, seq, isGapAnswered] = [[], randomUUID(), 0, true];
    await tell({ event: "boot" });
  });

  const tell = async (event: object, bearer = secret): Promise<number> => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/internal/prosody/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      body: JSON.stringify(Array.isArray(event) ? event.map(numbered) : numbered(event)),
    });
    await answer.body?.cancel();
    return answer.status;
  };
  const numbered = (event: object) => ({ boot, seq: ++seq, at: 1, at_ms: 1_000, ...event });
  const phone = { call: randomUUID(), direction: "out", status: "Connected" };
  const occupant = { nick: "1a2b3c4d", user: phone.call, role: "moderator", affiliation: "owner", phone };

  it("is taken as of anybody", async () => {
    for (const event of ["joined", "changed"]) expect(await tell({ event, room: "r1", occupant })).to.equal(200);
    expect(await tell({ event: "left", room: "r1", occupant, reason: "connection_lost" })).to.equal(200);
    expect(await tell({ event: "changed", room: "r1", occupant: { ...occupant, phone: { call: 7 } } })).to.equal(400);
    expect(lines).to.deep.equal([]);
  });

  it("is taken under the longest nick that a client may choose", async () => {
    const nick = "x".repeat(1_023);
    expect(await tell({ event: "joined", room: "r1", occupant: { ...occupant, nick } })).to.equal(200);
    expect(roomOccupant.safeParse({ nick }).success).to.equal(true);
  });

  it("is warned of when nobody announced it, or a page dialled itself, without a name", async () => {
    const user = randomUUID();
    expect(await tell({ event: "phone_refused", room: "k3v9" })).to.equal(200);
    expect(await tell({ event: "dial_refused", room: "k3v9", user })).to.equal(200);
    expect(await tell({ event: "dial_refused" })).to.equal(200);
    expect(lines.map((line) => JSON.parse(line).msg)).to.deep.equal([
      "a telephone that nobody announced was refused",
      "a page tried to dial and was refused",
      "a page tried to dial and was refused",
    ]);
    expect(lines.join("")).not.to.match(new RegExp(`k3v9|${user}`));
  });

  it("is taken when several come together, each once and in order, and none of them when one is not understood", async () => {
    const user = randomUUID();
    const known = { nick: "n1", user, role: "participant", affiliation: "member" };
    const heard = () => database.dataSource.manager.countBy(Occupant, { room: "r2" });
    const joined = { event: "joined", room: "r2", occupant: known };
    const left = { event: "left", room: "r2", occupant: known, reason: "left" };
    expect(await tell([{ event: "created", room: "r2" }, joined, left, joined])).to.equal(200);
    expect(await heard()).to.equal(1);
    seq -= 1; // the last one comes again, and something new
    expect(await tell([joined, left])).to.equal(200);
    expect(await heard()).to.equal(0);
    expect(await tell([joined, { event: "danced", room: "r2" }])).to.equal(400);
    expect(await heard()).to.equal(0);
    seq -= 2;
    expect(await tell(joined)).to.equal(200);
    expect(await heard()).to.equal(1);
    for (const body of [[], Array(101).fill(left), [[left]]]) expect(await tell(body)).to.equal(400);
    expect(await heard()).to.equal(1);
  });

  it("that fails halfway comes again, and only the rest of it counts", async () => {
    const occupants = ["n1", "n2"].map((nick) => ({
      nick,
      user: randomUUID(),
      role: "participant",
      affiliation: "member",
    }));
    const all = occupants.map((occupant) => ({ event: "joined", room: "r3", occupant }));
    isGapAnswered = false;
    expect(await tell([all[0]!, { ...all[1]!, gap: true }])).to.equal(500);
    const heard = () => database.dataSource.manager.findBy(Occupant, { room: "r3" });
    expect((await heard()).map(({ nick }) => nick)).to.deep.equal(["n1"]);
    isGapAnswered = true;
    seq -= 2;
    expect(await tell([all[0]!, all[1]!])).to.equal(200);
    expect((await heard()).map(({ nick }) => nick).toSorted()).to.deep.equal(["n1", "n2"]);
  });

  it("is taken from nobody without the secret, and warned of by nobody", async () => {
    expect(await tell({ event: "dial_refused" }, "another")).to.equal(401);
    expect(lines).to.deep.equal([]);
  });
});
