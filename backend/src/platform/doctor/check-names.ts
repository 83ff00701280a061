import type { Resolver } from "node:dns/promises";
import { lookup } from "node:dns/promises";
import { codeOf, describeFailure } from "./describe-failure.js";
import { type Finding, fault, ok, warning } from "./finding.js";

type Addresses = { PUBLIC_IP?: string | undefined; PUBLIC_IPV6?: string | undefined };
type Name = { name: string; addresses: Addresses; resolver: Pick<Resolver, "resolve4" | "resolve6"> };

/** Where DNS leads browsers, against the addresses the appliance is configured with. Without those (behind a proxy) any address will do. */
export async function checkName({ name, addresses, resolver }: Name): Promise<Finding> {
  const [v4, v6] = await Promise.all([
    resolver.resolve4(name).catch(noneOrFailure),
    resolver.resolve6(name).catch(noneOrFailure),
  ]);
  if (!Array.isArray(v4)) return cannotAsk(name, v4.failure);
  if (!Array.isArray(v6)) return cannotAsk(name, v6.failure);
  if (v4.length + v6.length === 0) return missing(name, addresses);
  return (
    compare(name, v4, addresses.PUBLIC_IP, "A") ?? compareV6(name, v6, addresses) ?? ok(leads(name, [...v4, ...v6]))
  );
}

const absent = ["ENOTFOUND", "ENODATA"];
const noneOrFailure = (failure: unknown) => (absent.includes(codeOf(failure)) ? [] : { failure });

const leads = (name: string, addresses: string[]) => `${name} leads to ${addresses.join(" and ")}`;

const cannotAsk = (name: string, failure: unknown) =>
  fault(
    `DNS does not answer for ${name}: ${describeFailure(failure)}`,
    "Check the name servers of this server (resolvectl status, or /etc/resolv.conf) and that port 53 is open to them.",
  );

/** A name from /etc/hosts serves a trial, but no citizen. */
async function missing(name: string, { PUBLIC_IP }: Addresses): Promise<Finding> {
  const record = `Add an A record for ${name} at your DNS provider${PUBLIC_IP ? ` with ${PUBLIC_IP}` : ""}.`;
  const local = await lookup(name).catch(() => undefined);
  if (!local) return fault(`${name} is not in DNS`, record);
  return warning(`${name} leads to ${local.address} on this server alone and is not in DNS`, record);
}

function compare(name: string, found: string[], wanted: string | undefined, record: string): Finding | undefined {
  if (!wanted || (found.length > 0 && found.every((one) => one === wanted))) return undefined;
  const seen = found.length ? leads(name, found) : `${name} has no ${record} record`;
  return fault(
    `${seen}, and this server is ${wanted}`,
    `Let the ${record} record of ${name} say ${wanted} and nothing else, or tell this server its address: appliance/configure ${record === "A" ? "--public-ip" : "--public-ipv6"} …`,
  );
}

function compareV6(name: string, found: string[], { PUBLIC_IP, PUBLIC_IPV6 }: Addresses): Finding | undefined {
  if (PUBLIC_IPV6) return compare(name, found.map(full), full(PUBLIC_IPV6), "AAAA");
  if (!PUBLIC_IP || found.length === 0) return undefined;
  return fault(
    `${leads(name, found)}, and this server has no IPv6 address configured`,
    `Delete the AAAA record of ${name}, or configure the address: appliance/configure --public-ipv6 …`,
  );
}

/** One way of writing per address. */
const full = (address: string) => new URL(`http://[${address}]`).hostname.slice(1, -1);
