import { pino } from "pino";

export type Log = ReturnType<typeof createLog>;

/** Structured log lines in English, on standard output. Nothing personal goes in: no names, addresses, links, bodies or cookies. */
export const createLog = (level: string, name: string) =>
  pino({
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });

/** Says that the process serves, at whatever level it logs: whoever starts it waits for this line. */
export const logReady = (log: Log, name: string): void => log.child({}, { level: "info" }).info(`${name} ready`);

/** What may be logged of a fault: its kind, message and stack, without the parameters of a query. */
export function describeFault(fault: unknown): {
  kind: string;
  message: string;
  stack?: string | undefined;
  code?: string | undefined;
} {
  if (!(fault instanceof Error)) return { kind: typeof fault, message: "not an error" };
  const code =
    (fault as { driverError?: { code?: string }; code?: string }).driverError?.code ??
    (fault as { code?: string }).code;
  return { kind: fault.name, message: fault.message, stack: fault.stack, code };
}
