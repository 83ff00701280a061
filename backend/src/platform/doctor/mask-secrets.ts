const token = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const password = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/@]+@/gi;

/** What goes to a terminal, a ticket or a monitoring system carries no secret: neither ours, nor a token, nor a password in an address. */
export function createMask(secrets: (string | undefined)[]): (text: string) => string {
  const known = secrets.filter((secret) => secret !== undefined && secret.length >= 6);
  return (text) =>
    known
      .reduce((masked: string, secret) => masked.replaceAll(secret!, "…"), text)
      .replace(token, "…")
      .replace(password, "$1:…@");
}
