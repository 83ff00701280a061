// Stands in for the video bridge: waits in the brewery, gives jicofo the addresses it is told to advertise, and answers at its media port
// whoever knows the names and the password of an offer. There is no media; what is no STUN is sent back, so that the way to it can be shown.
import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { hostname, networkInterfaces } from "node:os";
import { type Client, type Element, xml } from "@xmpp/client";
import { answerHealth } from "./answer-health.ts";
import { answerStun, isStun } from "./answer-stun.ts";
import { announce, breweryOf, required, serveXmpp } from "./serve-xmpp.ts";

const COLIBRI = "jitsi:colibri2";
const ICE = "urn:xmpp:jingle:transports:ice-udp:1";
const port = Number(process.env["JVB_PORT"] || 10_000);
/** Of the offers that stand. */
const passwords = new Map<string, string>();

const socket = createSocket("udp4");
socket.on("message", (message, from) => {
  const answer = isStun(message) ? answerStun(message, from, (ufrag) => passwords.get(ufrag)) : message;
  if (answer) socket.send(answer, from.port, from.address);
});
socket.bind(port);

// The real one calls itself well without Prosody, too: it is jicofo that misses it.
answerHealth(8080);
const account = { username: "jvb", password: required("JVB_AUTH_PASSWORD"), resource: randomBytes(4).toString("hex") };
await serveXmpp(account, async (xmpp) => {
  passwords.clear();
  giveAddresses(xmpp);
  const occupant = `${breweryOf("jvb")}/${process.env["JVB_MUC_NICKNAME"] || hostname()}`;
  const tell = () => announce(xmpp, occupant, { stress_level: 0.01, version: "stand-in", drain: false });
  await tell();
  const repetition = setInterval(() => void tell().catch(() => undefined), 5_000);
  xmpp.on("disconnect", () => clearInterval(repetition));
});

/** Source: jitsi-xmpp-extensions colibri2/ConferenceModifiedIQ. */
function giveAddresses(xmpp: Client): void {
  xmpp.iqCallee.set(COLIBRI, "conference-modify", ({ element }) => {
    const places = element
      .getChildren("endpoint")
      .filter(({ attrs }) => attrs["create"] === "true")
      .map(({ attrs }) => xml("endpoint", { id: attrs["id"] }, xml("transport", {}, openTransport())));
    return xml("conference-modified", { xmlns: COLIBRI }, ...places);
  });
}

function openTransport(): Element {
  const ufrag = randomBytes(4).toString("hex");
  const pwd = randomBytes(16).toString("hex");
  passwords.set(ufrag, pwd);
  return xml("transport", { xmlns: ICE, ufrag, pwd }, xml("rtcp-mux"), fingerprint(), ...candidates());
}

function fingerprint(): Element {
  const some = randomBytes(32).toString("hex").toUpperCase().match(/../g)!.join(":");
  return xml("fingerprint", { xmlns: "urn:xmpp:jingle:apps:dtls:0", hash: "sha-256", setup: "actpass" }, some);
}

/** What it is told to advertise (`ip` or `ip#port`), and its own addresses where those may be known. */
function candidates(): Element[] {
  const told = required("JVB_ADVERTISE_IPS")
    .split(",")
    .map((each) => each.split("#"));
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => [address]);
  return [
    ...(process.env["JVB_ADVERTISE_PRIVATE_CANDIDATES"] === "1" ? own.map((one) => candidate("host", one)) : []),
    ...told.map((one) => candidate("srflx", one, own[0]?.[0])),
  ];
}

function candidate(type: string, [ip, otherPort]: (string | undefined)[], inner?: string): Element {
  return xml("candidate", {
    ...{ ip, port: String(otherPort ?? port), type, protocol: "udp", component: "1", generation: "0", network: "0" },
    ...{ id: randomBytes(4).toString("hex"), foundation: type === "host" ? "1" : "2" },
    ...{ priority: type === "host" ? "2130706431" : "1677724415" },
    ...(inner ? { "rel-addr": inner, "rel-port": String(port) } : {}),
  });
}
