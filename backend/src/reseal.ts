import { configOrExit } from "./config.js";
import { resealLinks } from "./features/appointments/reseal-links.js";
import { resealDocuments } from "./features/documents/reseal-documents.js";
import { Helper } from "./features/helpers/helper.entity.js";
import { InterpreterLink } from "./features/interpreting/interpreter-link.entity.js";
import { InterpreterReservation } from "./features/reservations/interpreter-reservation.entity.js";
import { openDatabaseOrExit } from "./platform/database/open-database.js";
import { schema } from "./schema.js";

/** For `appliance/configure --rotate`: seals what is sealed under APP_SECRET under NEW_APP_SECRET. With the same secret twice it only checks
    that every link and document opens. */
const config = configOrExit();
const { APP_SECRET: appSecret, NEW_APP_SECRET: newAppSecret } = config;
if (!newAppSecret) throw new Error("Set NEW_APP_SECRET_FILE to the file that holds the new secret.");
const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema, 1);
try {
  const secrets = { appSecret, newAppSecret };
  const [links, helperLinks, reservationLinks, meetingLinks, documents] = await dataSource.transaction(async (db) => [
    await resealLinks({ db }, secrets),
    await resealLinks({ db }, secrets, Helper),
    await resealLinks({ db }, secrets, InterpreterReservation),
    await resealLinks({ db }, secrets, InterpreterLink),
    await resealDocuments({ db }, secrets),
  ]);
  console.log(`${links.resealed} links sealed anew, ${links.kept} were under the new secret already.`);
  console.log(
    `${helperLinks.resealed} helpers' links sealed anew, ${helperLinks.kept} were under the new secret already.`,
  );
  console.log(
    `${reservationLinks.resealed + meetingLinks.resealed} interpreters' links sealed anew, ${reservationLinks.kept + meetingLinks.kept} were under the new secret already.`,
  );
  console.log(`${documents.resealed} documents sealed anew, ${documents.kept} were under the new secret already.`);
} finally {
  await dataSource.destroy();
}
