import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

export type KeyPair = { key: string; cert: string };

/** A certificate authority of the test's own, made with openssl, which this process trusts until `forget`. */
export function createAuthority() {
  const folder = mkdtempSync(join(tmpdir(), "balie-certificates-"));
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...curve,
    "-keyout",
    "ca.key",
    "-out",
    "ca.crt",
    "-days",
    "900",
    "-subj",
    "/O=Authority of the test",
  );
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, text("ca.crt")]);
  return {
    /** @param days may be negative: it has expired then. */
    issue: (name: string, days: number): KeyPair => {
      openssl("req", "-new", ...curve, "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", `/CN=${name}`);
      writeFileSync(join(folder, "names"), `subjectAltName=DNS:${name}`);
      const signer = ["-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names"];
      openssl("x509", "-req", "-in", "leaf.csr", ...signer, "-days", String(days), "-out", "leaf.crt");
      return { key: text("leaf.key"), cert: text("leaf.crt") };
    },
    selfSigned: (name: string): KeyPair => {
      const names = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
      openssl("req", "-x509", ...curve, "-keyout", "self.key", "-out", "self.crt", "-days", "90", ...names);
      return { key: text("self.key"), cert: text("self.crt") };
    },
    forget: () => {
      setDefaultCACertificates(before);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
