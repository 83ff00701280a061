import { isIPv6 } from "node:net";

const plain = (address: string) => address.replace(/^::ffff:/, "");

/** The client's own address: the socket's, or, where that is a proxy we trust, the last one in X-Forwarded-For that is not. */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, trusted: string[]): string {
  const hops = [...(forwardedFor ?? "").split(",").map((hop) => hop.trim()), plain(socketAddress)].filter(Boolean);
  let address = plain(socketAddress);
  while (hops.length > 0) {
    address = plain(hops.pop()!);
    if (!trusted.includes(address)) break;
  }
  return address;
}

/** What a limit counts: an IPv4 address, or an IPv6 /64, which is one household (RFC 6177). */
export function limitedPart(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  return `${[...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
