import { expect } from "chai";
import { authorityOfCaddy } from "./support/ask.ts";
import { command } from "./support/command.ts";
import { ADDRESS, addressOf, compose, containerOf, ensureUp, secret, TURN_DOMAIN } from "./support/site.ts";
import { TurnClient, TurnRefusal } from "./support/turn-client.ts";

/** A container's address in one of the networks that coturn shares. */
const addressIn = async (service: string, network: string): Promise<string> => {
  const format = `{{(index .NetworkSettings.Networks "balie_${network}").IPAddress}}`;
  return (await command("docker", ["inspect", "-f", format, await containerOf(service)])).trim();
};

describe("TURN over TLS on 443", () => {
  let client: TurnClient;
  const connect = async (turnSecret = secret("turn_credentials")) =>
    TurnClient.connect({
      ...{ host: ADDRESS, port: 443, name: TURN_DOMAIN },
      ...{ ca: await authorityOfCaddy(), secret: turnSecret },
    });
  const refusalOf = (trial: Promise<unknown>): Promise<string> =>
    trial.then(
      () => "allowed",
      (fault: unknown) => {
        if (fault instanceof TurnRefusal) return fault.message;
        throw fault;
      },
    );

  before(async () => {
    await ensureUp();
    client = await connect();
    await client.allocate();
  });
  after(() => client?.end());

  it("lets a page with Prosody's credentials allocate, on the network of the bridge", async () => {
    expect(client.relayed).to.equal(await addressIn("coturn", "media"));
  });

  it("refuses one with others", async () => {
    const stranger = await connect("x".repeat(48));
    expect(await refusalOf(stranger.allocate())).to.match(/^401/);
    stranger.end();
  });

  it("relays to the bridge", async () => {
    const bridge = await addressIn("jvb", "media");
    await client.permit(bridge);
    expect(await client.ask(bridge, 10000, "are you there")).to.equal("are you there");
  });

  it("is open to the address under which browsers know the bridge", async () => {
    const open = await compose(["exec", "-T", "coturn", "grep", "^allowed-peer-ip=", "/run/coturn/turnserver.conf"]);
    expect(open).to.include(`allowed-peer-ip=${ADDRESS}\n`);
  });

  it("is closed to everybody else: our own containers, private networks, the internet", async () => {
    const closed = [
      await addressOf("app"),
      await addressIn("router", "turn"),
      ...[
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.254",
        "192.168.1.1",
        "169.254.169.254",
        "127.0.0.1",
        "100.64.0.1",
        "203.0.113.99",
        "0.0.0.0",
      ],
    ];
    for (const address of closed) expect(await refusalOf(client.permit(address)), address).to.match(/^403/);
  });
});
