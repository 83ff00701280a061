import { describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok, warning } from "./finding.js";
import { lookAt, type Seen, upgrade } from "./look-at.js";

type Question = { path: string; method?: string; headers?: Record<string, string> };

/** Asked as a call page asks them: a plain GET of the first two is refused by Caddy. */
const jitsiPaths: Question[] = [
  { path: "/xmpp-websocket", headers: upgrade },
  { path: "/http-bind", method: "OPTIONS" },
  { path: "/libs/lib-jitsi-meet.min.js" },
];
/** Of Jitsi's parts, of our internal listener and of our module; ours for the operator alone. */
const insidePaths = [
  "/config.js",
  "/external_api.js",
  "/static/close3.html",
  "/conference-request/v1",
  "/colibri-ws/",
  "/room-size",
  "/counter_control/rooms",
  "/internal/prosody/events",
  "/about/health",
  "/metrics",
  "/readyz",
];
const headersWanted = ["content-security-policy", "x-content-type-options", "strict-transport-security"];

/** The booking page, with what protects it, as a browser gets it. */
export async function checkPages(publicUrl: string): Promise<Finding> {
  let page: Seen;
  try {
    page = await lookAt(`${publicUrl}/`);
  } catch (failure) {
    return fault(
      `${publicUrl} does not answer: ${explainConnection(failure) ?? describeFailure(failure)}`,
      "See that router, caddy and app run: docker compose ps; then docker compose logs caddy.",
    );
  }
  if (page.status !== 200) return wrongPage(publicUrl, page.status);
  const lacking = headersWanted.filter((name) => !page.headers[name]);
  if (lacking.length > 0)
    return warning(
      `${publicUrl} answers without ${lacking.join(", ")}`,
      "Let the proxy in front pass these headers on as they come; without one, put the shipped appliance/caddy back.",
    );
  return ok(`${publicUrl} answers, with its protecting headers`);
}

function wrongPage(publicUrl: string, status: number): Finding {
  const isAway = [502, 503, 504].includes(status);
  return fault(
    `${publicUrl} answers ${status}`,
    isAway
      ? "The app behind it is away: docker compose ps app, then docker compose logs app."
      : "Another server answers at this address, or the proxy in front sends it elsewhere: let it lead to this server.",
  );
}

/** Of Jitsi three paths and no more can be reached from outside. */
export async function checkJitsiPaths(publicUrl: string): Promise<Finding> {
  const statusOf = async ({ path, method, headers }: Question) => ({
    path,
    ...(await lookAt(publicUrl + path, method, headers)),
  });
  const [served, inside] = await Promise.all([
    Promise.all(jitsiPaths.map(statusOf)),
    Promise.all(insidePaths.map((path) => statusOf({ path }))),
  ]);
  const open = inside.filter(({ status }) => status !== 404).map(({ path, status }) => `${path} (${status})`);
  if (open.length > 0)
    return fault(
      `${open.join(", ")} can be reached from outside`,
      "Put the shipped appliance/caddy back and docker compose restart caddy; a proxy in front must lead to this server's port 443 alone.",
    );
  const away = served
    .filter(({ status }) => status === 404 || status >= 500)
    .map(({ path, status }) => `${path} (${status})`);
  if (away.length > 0)
    return fault(
      `${away.join(", ")} does not answer`,
      "See that web and prosody are healthy (docker compose ps); a proxy in front must pass these paths on, web sockets included.",
    );
  return ok(`${jitsiPaths.map(({ path }) => path).join(", ")} answer, and nothing else of Jitsi`);
}
