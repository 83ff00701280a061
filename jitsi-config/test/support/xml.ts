/** A small reader for what Prosody sends: well-formed, without doctype, comments or CDATA. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decode = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

export const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function parseAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")/g)];
  return Object.fromEntries(pairs.map(([, name, single, double]) => [name, decode(single ?? double ?? "")]));
}

export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [, closing, name, attributes, selfClosing, text] of source.matchAll(
    /<(\/?)([\w:-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += decode(text);
    else if (closing) open.pop();
    else {
      const element = { name: name!, attributes: parseAttributes(attributes!), children: [], text: "" };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  const element = root.children[0];
  if (!element) throw new Error(`no XML element in ${source}`);
  return element;
}

/** The first element found by following the names downward, for example find(presence, "x", "item"). */
export function find(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (current, name) => current?.children.find((child) => child.name === name),
    element,
  );
}
