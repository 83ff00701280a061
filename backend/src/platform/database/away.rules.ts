/** SQLSTATE classes: connection broken, disk full or connections used up, shutting down or starting, the disk fails; and a copy that may not be written. */
const states = /^(08|53|57P|58)|^25006$/;
const systemCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"],
  ...["ENOTFOUND", "EAI_AGAIN"],
]);
/** What pg says of its connections without a code; and TypeORM, of a connection that broke between two statements. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Query runner already released)/;

/** Whether a fault means that the database is away or takes nothing now, so that the same request may succeed later; any other fault is ours. */
export function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { driverError, code, errors } = fault as { driverError?: unknown; code?: string; errors?: unknown[] };
  if (driverError instanceof Error && driverError !== fault) return isAway(driverError);
  // Node tries each address of a name and tells of all.
  if (errors?.length) return errors.every(isAway);
  return code ? states.test(code) || systemCodes.has(code) : words.test(fault.message);
}
