import { expect } from "chai";
import { ANSWERS, flags, startConfiguring } from "./test/configuring.ts";
import type { OperatorFolder } from "./test/operator-folder.ts";

describe("configure", function () {
  this.timeout(30_000);
  const { begun, configure, first, setting, refused } = startConfiguring();
  let folder: OperatorFolder;
  beforeEach(() => {
    folder = begun();
  });

  describe("a wrong answer is refused with how a good one looks:", () => {
    const wrong: [flag: string, value: string, sentence: string][] = [
      ["domain", "https://balie.be", "full name in small letters"],
      ["domain", "Balie.Voorbeeldegem.be", "full name in small letters"],
      ["domain", "localhost", "full name in small letters"],
      ["domain", "203.0.113.10", "full name in small letters"],
      ["domain", "-x.be", "full name in small letters"],
      ["domain", "a.be\nb.be", "line break"],
      ["mail-server", "mail.voorbeeldegem.be", "smtp://"],
      ["mail-server", "http://mail.voorbeeldegem.be", "smtp://"],
      ["mail-server", "smtp://mail.voorbeeldegem.be:70000", "smtp://"],
      ["mail-server", "smtp://user:p@ss@mail.be:25", "%40"],
      ["mail-server", "smtp://user:p/ss@mail.be:25", "%2F"],
      ["mail-from", "Gemeente", "a name and an address"],
      ["mail-from", "Gemeente <balie>", "a name and an address"],
      ["mail-from", "a@b.be, c@d.be", "a name and an address"],
      ["admin-email", "ict", "e-mail address"],
      ["admin-email", "ict@voorbeeldegem", "e-mail address"],
      ["admin-email", "ict @voorbeeldegem.be", "e-mail address"],
      ["public-ip", "203.0.113.256", "IPv4 address"],
      ["public-ip", "203.0.113", "IPv4 address"],
      ["public-ip", "203.0.113.010", "IPv4 address"],
      ["public-ip", "2001:db8::10", "IPv4 address"],
      ["public-ipv6", "203.0.113.10", "IPv6 address"],
      ["public-ipv6", "2001:db8:::10", "IPv6 address"],
      ["listen-address", "eth0", "IPv4 address"],
      ["enable-ipv6", "yes", "true or false"],
      ["authorities-file", "ca.pem", "full path"],
      ["time-zone", "Brussels", "time zone's name"],
      ["time-zone", "../../etc/passwd", "time zone's name"],
      ["tls", "self-signed", "letsencrypt, own or proxy"],
      ["trusted-proxies", "10.0.0.0/33", "separated by commas"],
      ["trusted-proxies", "proxy.local", "separated by commas"],
      ["bridge-addresses", "10.0.0.0/24", "separated by commas"],
      ["bridge-addresses", "203.0.113.11,bridge2", "separated by commas"],
      ["outgoing-proxy", "proxy.voorbeeldegem.be", "http://host:port"],
      ["outgoing-proxy", "http://proxy.voorbeeldegem.be:0", "http://host:port"],
      ["sip-uri", "3291234567", "user@provider"],
      ["sip-password", "with space", "letters and digits"],
      ["sip-password", 'q"uote', "letters and digits"],
      ["sip-port", "65536", "port number"],
      ["sip-port", "sip", "port number"],
      ["sip-transport", "udp", "UDP, TCP or TLS"],
      ["oidc-issuer", "http://idp.example", "begins with https://"],
      ["database-url", "mysql://u:p@h/d", "postgres://"],
      ["database-url", "postgres://db.voorbeeldegem.be", "postgres://"],
      ["monitoring", "yes", "on or off"],
      ["backup-to", "backups", "full path"],
      ["backup-to", "/var/back ups", "full path"],
      ["backup-keep", "0d", "14d8w"],
      ["backup-keep", "forever", "14d8w"],
      ["backup-command", "rclone \\\n x", "line break"],
      ["backup-age-recipient", "AGE-SECRET-KEY-1ABC", "age1"],
      ["municipality", "x".repeat(101), "100 characters"],
      ["phone", "call us", "telephone number"],
    ];
    for (const [flag, value, sentence] of wrong) {
      it(`--${flag} ${JSON.stringify(value.slice(0, 40))}`, async () => {
        const stderr = await refused(flags({ ...ANSWERS, [flag]: value }));
        expect(stderr).to.include(`--${flag} `).and.include(sentence);
      });
    }
    it("all of them at once, one line each", async () => {
      const stderr = await refused(flags({ ...ANSWERS, domain: "x", "public-ip": "y", tls: "z" }));
      expect(stderr.trim().split("\n")).to.have.length(4);
    });
    it("an unknown flag, and one without a value, with exit status 2", async () => {
      for (const args of [["--colour", "red"], ["--domain"], ["loose"]])
        expect((await configure(args)).code).to.equal(2);
    });
  });

  describe("an answer that is right though it looks odd is kept as it is:", () => {
    const odd: [flag: string, name: string, value: string, line: string][] = [
      ["municipality", "MUNICIPALITY_NAME", "'s-Gravenbrakel", "'\\'s-Gravenbrakel'"],
      ["municipality", "MUNICIPALITY_NAME", 'Liège "la $belle" #1', "'Liège \"la $belle\" #1'"],
      ["domain", "BALIE_DOMAIN", "balie.xn--lige-6oa.be", "balie.xn--lige-6oa.be"],
      ["time-zone", "TZ", "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
      [
        "backup-command",
        "BACKUP_COMMAND",
        "rclone copyto --config '/etc/r c' ",
        "'rclone copyto --config \\'/etc/r c\\' '",
      ],
    ];
    for (const [flag, name, value, line] of odd) {
      it(`--${flag} ${JSON.stringify(value)}`, async () => {
        await first({ [flag]: value });
        expect(setting(name)).to.equal(line);
        const before = folder.snapshot();
        await configure(flags({ [flag]: value }));
        expect(folder.snapshot()).to.deep.equal(before);
      });
    }
  });
});
