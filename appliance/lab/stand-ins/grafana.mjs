// No Grafana: it looks whether Grafana would find its files, its secret and a place for its database, as its user, and then says that
// it lives where Grafana does.
import fs from "node:fs";
import { createServer } from "node:http";

const PROVISIONING = "/etc/grafana/provisioning";
const DASHBOARDS = "/etc/grafana/dashboards";
const user = process.getuid?.();

/** @type {(what: string) => never} */
function refuse(what) {
  console.error(`grafana stand-in, user ${user}: ${what}`);
  process.exit(1);
}

/** @type {(file: string) => string} */
function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (fault) {
    return refuse(`${file} cannot be read: ${fault}`);
  }
}

/** The text of every file of a folder that must hold some. @type {(folder: string) => string[]} */
function readAll(folder) {
  let names = /** @type {string[]} */ ([]);
  try {
    names = fs.readdirSync(folder);
  } catch (fault) {
    refuse(`${folder} cannot be read: ${fault}`);
  }
  if (names.length === 0) refuse(`${folder} is empty`);
  return names.map((name) => read(`${folder}/${name}`));
}

if (user !== 472) refuse("Grafana's is 472");
if (!readAll(`${PROVISIONING}/datasources`).join().includes("url: http://prometheus:9090"))
  refuse("Prometheus is not named");
if (!readAll(`${PROVISIONING}/dashboards`).join().includes(`path: ${DASHBOARDS}`)) refuse(`${DASHBOARDS} is not named`);
for (const text of readAll(DASHBOARDS)) JSON.parse(text);
if (read(process.env["GF_SECURITY_ADMIN_PASSWORD__FILE"] ?? "a file for the password").trim().length < 20)
  refuse("the password is short");
fs.writeFileSync("/var/lib/grafana/grafana.db", "");

const server = createServer((request, response) => {
  response.statusCode = request.url === "/api/health" ? 200 : 401;
  response.end();
});
server.listen(3000);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
