import { BlockList, isIP, isIPv6 } from "node:net";

const plain = (address: string) => address.replace(/^::ffff:/, "");
const familyOf = (address: string) => (isIPv6(address) ? "ipv6" : "ipv4");

/** Whether this is an address, or a network as `10.0.0.0/8` or `fc00::/7` (CIDR, RFC 4632 and 4291). */
export function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  if (isIP(address) === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(address) ? 128 : 32));
}

/** Of addresses and networks; @throws on anything else. */
export function networksOf(list: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const one of list) {
    const [address = "", bits] = one.split("/");
    if (bits === undefined) networks.addAddress(address, familyOf(address));
    else networks.addSubnet(address, Number(bits), familyOf(address));
  }
  return networks;
}

/** The client's own address: the socket's, or, where that is a proxy we trust, the last one in X-Forwarded-For that is not. What is no address ends the
    search: the one before it stands. */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, trusted: BlockList): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  let address = plain(socketAddress);
  while (isIP(address) !== 0 && trusted.check(address, familyOf(address))) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
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
