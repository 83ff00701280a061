// No Grafana: it looks whether Grafana would find its files, its secret and a place for its database, as its user, and then says that
// it lives where Grafana does.
import fs from "node:fs";
import { createServer } from "node:http";

function refuse(what) {
  console.error(`grafana stand-in: ${what}`);
  process.exit(1);
}

/** The text of every file of a folder that must hold some. */
function textsIn(folder) {
  try {
    const names = fs.readdirSync(folder);
    if (names.length === 0) refuse(`${folder} is empty`);
    return names.map((name) => fs.readFileSync(`${folder}/${name}`, "utf8"));
  } catch (fault) {
    return refuse(`${folder} cannot be read as user ${process.getuid()}: ${fault.message}`);
  }
}

function passwordFrom(file = "") {
  try {
    return fs.readFileSync(file, "utf8").trim();
  } catch (fault) {
    return refuse(`the password's file cannot be read as user ${process.getuid()}: ${fault.message}`);
  }
}

if (process.getuid() !== 472) refuse(`runs as user ${process.getuid()} and not 472`);
if (!textsIn("/etc/grafana/provisioning/datasources").join().includes("url: http://prometheus:9090"))
  refuse("no source of data named");
const folder = /path: (\S+)/.exec(textsIn("/etc/grafana/provisioning/dashboards").join())?.[1];
if (!folder) refuse("no folder of dashboards named");
for (const text of textsIn(folder.replace(/\s*}$/, ""))) JSON.parse(text);
if (passwordFrom(process.env["GF_SECURITY_ADMIN_PASSWORD__FILE"]).length < 20) refuse("the password is short");
fs.writeFileSync("/var/lib/grafana/grafana.db", "");

const server = createServer((request, response) => {
  response.statusCode = request.url === "/api/health" ? 200 : 401;
  response.end();
});
server.listen(3000);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
