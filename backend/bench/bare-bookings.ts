import { createHash, randomBytes, randomUUID } from "node:crypto";
import { bodyParser } from "@koa/bodyparser";
import Koa from "koa";
import pg from "pg";

/** The baseline of the booking bench: bare Koa and pg doing the same inserts and notifications, with none of our rules, locks, limits or validation. Reads its input
    as it comes. Environment: DATABASE_URL, COUNTER_ID. Prints its port. */
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });
const counterId = process.env["COUNTER_ID"];
let seats = 0;

const app = new Koa();
app.use(bodyParser());
app.use(async (koa) => {
  // biome-ignore lint/suspicious/noExplicitAny: bare, so unchecked
  const { requestId, serviceId, startsAt, language, citizen, question } = (koa.request as any).body;
  const start = new Date(startsAt);
  const end = new Date(start.getTime() + 900_000);
  const token = randomBytes(32);
  const seat = ++seats;
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query(
      `insert into appointment (request_id, service_id, counter_id, seat, starts_at, ends_at, seat_free_at, status, language,
         citizen_name, citizen_email, question, link_hash, link_sealed, booked_at)
       values ($1, $2, $3, $4, $5, $6, $6, 'booked', $7, $8, $9, $10, $11, $12, now()) returning id`,
      [
        requestId,
        serviceId,
        counterId,
        seat,
        start,
        end,
        language,
        citizen.name,
        citizen.email,
        question,
        createHash("sha256").update(token).digest(),
        token,
      ],
    );
    await client.query("insert into meeting (id, appointment_id, counter_id) values ($1, $2, $3)", [
      randomUUID(),
      rows[0].id,
      counterId,
    ]);
    await client.query(
      "insert into outbox_message (kind, subject_id, due_at) select * from unnest($1::text[], $2::uuid[], $3::timestamptz[])",
      [
        ["bare", "bare", "bare"],
        [rows[0].id, rows[0].id, rows[0].id],
        [end, end, end],
      ],
    );
    await client.query("select pg_notify('outbox', $1)", [rows[0].id]);
    await client.query("select pg_notify('live', $1)", [`counter:${counterId}`]);
    await client.query("commit");
    koa.status = 201;
    koa.body = { id: rows[0].id };
  } finally {
    client.release();
  }
});
const server = app.listen(0, "127.0.0.1", () => console.log((server.address() as { port: number }).port));
