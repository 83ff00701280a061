import { expect } from "chai";
import { clientAddress, isNetwork, limitedPart, networksOf } from "./client-address.js";

describe("a client's address", () => {
  const networks = networksOf(["10.0.0.0/8", "172.16.0.0/12", "192.0.2.1", "fc00::/7"]);
  const cases: [string, string, string | undefined, string][] = [
    ["the socket's where nobody stands between", "203.0.113.7", undefined, "203.0.113.7"],
    ["the socket's, whatever a stranger says of others", "203.0.113.7", "198.51.100.9", "203.0.113.7"],
    ["the one that a proxy of a trusted network tells", "::ffff:172.18.0.5", "203.0.113.7", "203.0.113.7"],
    ["the one that a trusted address tells", "192.0.2.1", "203.0.113.7", "203.0.113.7"],
    ["the last one that no proxy has", "10.0.0.1", "198.51.100.9, 203.0.113.7, 10.1.2.3", "203.0.113.7"],
    ["one of the house itself", "172.18.0.5", "10.1.2.3", "10.1.2.3"],
    ["an IPv6 one", "fd00::5", "2001:db8::7", "2001:db8::7"],
    ["the proxy's where it tells none", "172.18.0.5", undefined, "172.18.0.5"],
    ["the proxy's where it tells what is none", "172.18.0.5", "203.0.113.7, unknown", "172.18.0.5"],
  ];
  for (const [what, socket, forwarded, expected] of cases)
    it(`is ${what}`, () => expect(clientAddress(socket, forwarded, networks)).to.equal(expected));

  it("is counted by household where it is an IPv6 one, however it is written", () => {
    for (const one of ["2001:db8:1:2::9", "2001:0db8:0001:0002:a:b:c:d"])
      expect(limitedPart(one)).to.equal("2001:db8:1:2::/64");
    expect(limitedPart("2001:db8::1")).to.equal("2001:db8:0:0::/64");
    expect(limitedPart("203.0.113.7")).to.equal("203.0.113.7");
  });
});

describe("a network in the settings", () => {
  for (const right of ["10.0.0.0/8", "198.51.100.1", "0.0.0.0/0", "fc00::/7", "::1", "2001:db8::/128"])
    it(`is ${right}`, () => expect(isNetwork(right)).to.equal(true));
  for (const wrong of [
    "",
    "10.0.0/8",
    "10.0.0.0/33",
    "10.0.0.0/",
    "10.0.0.0/8/8",
    "10.0.0.0/-1",
    "::1/129",
    "proxy.be",
  ])
    it(`is not ${JSON.stringify(wrong)}`, () => expect(isNetwork(wrong)).to.equal(false));
});
