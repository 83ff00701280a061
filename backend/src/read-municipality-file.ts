import { readFileSync } from "node:fs";
import { type MunicipalityFile, municipalityFile } from "@balie/contract/municipality-file";

/** @throws Error whose message lists every fault by its place in the file: counters[0].services[2].name.nl. */
export function readMunicipalityFile(path: string): MunicipalityFile {
  const parsed = municipalityFile.safeParse(jsonIn(path), {
    error: ({ code, input }) => (code === "invalid_type" && input === undefined ? "is missing" : undefined),
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${placeOf(issue.path)}: ${issue.message}`);
  throw new Error(`${path} was not applied:\n${faults.join("\n")}`);
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException;
    throw new Error(code ? `${path} cannot be read (${code}).` : `${path} is no JSON: ${message}`);
  }
}

const placeOf = (path: PropertyKey[]): string =>
  path.reduce<string>((place, step) => {
    if (typeof step === "number") return `${place}[${step}]`;
    return place ? `${place}.${String(step)}` : String(step);
  }, "") || "the file";
