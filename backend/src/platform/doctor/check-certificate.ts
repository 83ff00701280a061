import { connect, type PeerCertificate } from "node:tls";
import { codeOf, describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok, warning } from "./finding.js";

/** `internal`: Caddy is an authority of its own. */
export type TlsMode = "letsencrypt" | "own" | "proxy" | "internal";
type Certificate = { host: string; port: number; name: string; tlsMode: TlsMode; now: Date };
type Greeting = { certificate: PeerCertificate; trustFault: string | undefined };

const dayMs = 86_400_000;

/** The certificate that answers for a name: who vouches for it, for which names, and for how long still. */
export async function checkCertificate(asked: Certificate): Promise<Finding> {
  const { name, port, tlsMode, now } = asked;
  let greeting: Greeting;
  try {
    greeting = await greet(asked);
  } catch (failure) {
    return noGreeting(failure, asked);
  }
  const { certificate, trustFault } = greeting;
  if (trustFault) return untrusted(trustFault, certificate, asked);
  const leftMs = Date.parse(certificate.valid_to) - now.getTime();
  const lifeMs = Date.parse(certificate.valid_to) - Date.parse(certificate.valid_from);
  const seen = `${name}:${port} has a certificate of ${issuerOf(certificate)}, good for ${inDays(leftMs)}`;
  // Caddy renews when a third of its life is left; shorter than this and renewing has failed more than once.
  if (leftMs < Math.min(7 * dayMs, lifeMs / 10)) return fault(seen, renewal(tlsMode));
  if (leftMs < Math.min(30 * dayMs, lifeMs / 4)) return warning(seen, renewal(tlsMode));
  return ok(seen);
}

function greet({ host, port, name }: Certificate): Promise<Greeting> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: name, rejectUnauthorized: false, timeout: 8_000 }, () => {
      const trustFault = socket.authorized
        ? undefined
        : codeOf(socket.authorizationError) || String(socket.authorizationError);
      resolve({ certificate: socket.getPeerCertificate(true), trustFault });
      socket.destroy();
    });
    socket.once("timeout", () => socket.destroy(Object.assign(new Error("nothing answers"), { code: "ETIMEDOUT" })));
    socket.once("error", reject);
  });
}

function noGreeting(failure: unknown, { name, port, tlsMode }: Certificate): Finding {
  const reason = explainConnection(failure);
  if (codeOf(failure) === "ENOTFOUND" || codeOf(failure) === "EAI_AGAIN")
    return fault(`${name}:${port}: ${reason}`, `Mend DNS first: ${name} must lead to this server.`);
  if (reason && codeOf(failure) !== "ECONNRESET")
    return fault(
      `${name}:${port}: ${reason}`,
      `See that router and caddy run (docker compose ps), and that a firewall or router in front lets TCP ${port} through to this server.`,
    );
  return fault(`${name}:${port} gives no certificate: ${describeFailure(failure)}`, absent(tlsMode));
}

const absent = (tlsMode: TlsMode) =>
  tlsMode === "letsencrypt"
    ? "Caddy has none yet: docker compose logs caddy says why; the certificate authority must reach port 80 of this name from the internet."
    : renewal(tlsMode);

const renewal = (tlsMode: TlsMode) =>
  ({
    letsencrypt: "Renewing fails: docker compose logs caddy says why; port 80 must be reachable from the internet.",
    own: "Put a new certificate with its chain in certs/fullchain.pem and its key in certs/privkey.pem, then docker compose restart caddy.",
    internal: "docker compose logs caddy says why Caddy did not renew it.",
    proxy: "Renew the certificate of the municipality's proxy (and the one in certs/, if there is one).",
  })[tlsMode];

function untrusted(code: string, certificate: PeerCertificate, { name, tlsMode }: Certificate): Finding {
  const names = certificate.subjectaltname?.replaceAll("DNS:", "") ?? "no name";
  if (code === "CERT_HAS_EXPIRED")
    return fault(`the certificate of ${name} expired on ${certificate.valid_to}`, renewal(tlsMode));
  if (code === "CERT_NOT_YET_VALID")
    return fault(
      `the certificate of ${name} begins only on ${certificate.valid_from}`,
      "Set this server's clock right (timedatectl).",
    );
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return fault(
      `the certificate is for ${names}, and not for ${name}`,
      `Get one that names ${name}. ${renewal(tlsMode)}`,
    );
  if (code === "UNABLE_TO_VERIFY_LEAF_SIGNATURE" || code === "UNABLE_TO_GET_ISSUER_CERT_LOCALLY")
    return fault(
      `the certificate of ${name} comes without its chain, or from an authority that this server does not know (${issuerOf(certificate)})`,
      "Put the intermediate certificates behind it in certs/fullchain.pem; an authority of your own goes in /usr/local/share/ca-certificates (update-ca-certificates).",
    );
  return fault(
    `the certificate of ${name}, issued by ${issuerOf(certificate)}, is not trusted (${code})`,
    "Use a certificate of an authority that browsers know, or make your own authority known with update-ca-certificates.",
  );
}

const issuerOf = ({ issuer }: PeerCertificate) => [issuer?.O ?? issuer?.CN ?? "an unnamed authority"].flat().join(", ");

const inDays = (ms: number) =>
  ms >= 2 * dayMs ? `${Math.floor(ms / dayMs)} days` : `${Math.max(0, Math.floor(ms / 3_600_000))} hours`;
