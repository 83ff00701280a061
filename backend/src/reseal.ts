import { configOrExit } from "./config.js";
import { resealLinks } from "./features/appointments/reseal-links.js";
import { resealDocuments } from "./features/documents/reseal-documents.js";
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
  const [links, documents] = await dataSource.transaction(async (db) => [
    await resealLinks({ db }, secrets),
    await resealDocuments({ db }, secrets),
  ]);
  console.log(`${links.resealed} links sealed anew, ${links.kept} were under the new secret already.`);
  console.log(`${documents.resealed} documents sealed anew, ${documents.kept} were under the new secret already.`);
} finally {
  await dataSource.destroy();
}
