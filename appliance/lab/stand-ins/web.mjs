// The library at its address. Every other path of Jitsi's web image answers too: the lab must see that none comes out.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const library = readFileSync("libs/lib-jitsi-meet.min.js");

createServer((request, response) => {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Server", "nginx");
  if (new URL(request.url ?? "/", "http://web").pathname !== "/libs/lib-jitsi-meet.min.js")
    return response.end("a page of Jitsi");
  response.setHeader("Content-Type", "application/javascript");
  return response.end(library);
}).listen(8000);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
