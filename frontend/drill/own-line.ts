import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A person's own line to the counter: a network of its own (Linux network namespace) joined to this machine by one cable (veth), whose packets can be
    lost, held up or stopped. Needs root; `close` takes all of it away. */
export interface OwnLine {
  /** For a browser in that network. */
  readonly executablePath: string;
  readonly browserArguments: readonly string[];
  /** No packet passes, and nobody is told, as behind a wall. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** The cable is out: the machine itself sees it, as with wifi that is gone. */
  readonly unplug: () => void;
  readonly plug: () => void;
  /** That share of the packets is lost, each way; UDP alone, as TCP asks again. */
  readonly lose: (share: number) => void;
  /** No more than that passes, each way; what waits longer than 400 ms is lost. */
  readonly limit: (kilobitsPerSecond: number) => void;
  readonly close: () => void;
}

export const lineMissing = (): string | null => {
  if (process.getuid?.() !== 0) return "a network of its own needs root";
  try {
    run("ip", "netns", "list");
    run("iptables", "-S", "INPUT");
    run("tc", "-Version");
  } catch {
    return "this machine gives no network of its own (ip netns, iptables, tc)";
  }
  return null;
};

const run = (command: string, ...values: string[]): string =>
  execFileSync(command, values, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

export const startLine = (chromium: string): OwnLine => {
  const name = `balie${process.pid}`;
  const [here, there] = [`bh${process.pid}`, `bt${process.pid}`];
  const net = `10.213.${process.pid % 256}`;
  const inside = (...values: string[]) => run("ip", "netns", "exec", name, ...values);
  const folder = mkdtempSync(join(tmpdir(), "balie-line-"));
  const executablePath = join(folder, "chromium");
  // Its servers bind to loopback; those who come by the cable are led there.
  const rules = [
    ["-t", "nat", "PREROUTING", "-i", here, "-p", "tcp", "-j", "DNAT", "--to-destination", "127.0.0.1"],
    ["-t", "filter", "INPUT", "-i", here, "-j", "ACCEPT"],
  ];
  const rule = (act: "-I" | "-D", [, table, chain, ...rest]: string[]) =>
    run("iptables", "-w", "-t", table ?? "", act, chain ?? "", ...rest);
  const faults: string[][] = [];
  // Where they arrive: a packet refused on its way out is told to the program that sends it, as no line does.
  const atBothEnds = (act: "-I" | "-D", faulty: string[]) => {
    run("iptables", "-w", act, "INPUT", "-i", here, ...faulty);
    inside("iptables", "-w", act, "INPUT", "-i", there, ...faulty);
  };
  const fault = (...faulty: string[]) => {
    faults.push(faulty);
    atBothEnds("-I", faulty);
  };
  let isLimited = false;
  const mend = () => {
    for (const each of faults.splice(0)) atBothEnds("-D", each);
    if (!isLimited) return;
    isLimited = false;
    run("tc", "qdisc", "delete", "dev", here, "root");
    inside("tc", "qdisc", "delete", "dev", there, "root");
  };
  run("ip", "netns", "add", name);
  run("ip", "link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
  run("ip", "address", "add", `${net}.1/24`, "dev", here);
  run("ip", "link", "set", here, "up");
  inside("ip", "address", "add", `${net}.2/24`, "dev", there);
  const plug = () => {
    inside("ip", "link", "set", "lo", "up");
    inside("ip", "link", "set", there, "up");
    inside("ip", "route", "replace", "default", "via", `${net}.1`);
  };
  plug();
  writeFileSync(`/proc/sys/net/ipv4/conf/${here}/route_localnet`, "1");
  for (const each of rules) rule("-I", each);
  writeFileSync(executablePath, `#!/bin/sh\nexec ip netns exec ${name} ${chromium} "$@"\n`);
  chmodSync(executablePath, 0o755);
  return {
    executablePath,
    browserArguments: [`--host-resolver-rules=MAP localhost ${net}.1`],
    cut: () => fault("-j", "DROP"),
    mend,
    unplug: () => void inside("ip", "link", "set", there, "down"),
    plug,
    lose: (share) =>
      fault("-p", "udp", "-m", "statistic", "--mode", "random", "--probability", String(share), "-j", "DROP"),
    limit: (kilobitsPerSecond) => {
      const bucket = ["root", "tbf", "rate", `${kilobitsPerSecond}kbit`, "burst", "4kb", "latency", "400ms"];
      isLimited = true;
      run("tc", "qdisc", "replace", "dev", here, ...bucket);
      inside("tc", "qdisc", "replace", "dev", there, ...bucket);
    },
    close: () => {
      mend();
      for (const each of rules) rule("-D", each);
      // The cable first: a network lives on, its end of the cable with it, while a browser of it has not quite gone.
      run("ip", "link", "delete", here);
      run("ip", "netns", "delete", name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
