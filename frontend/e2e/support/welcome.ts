import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT, type Stack } from "../../../appliance/embedded/stack.ts";

/** What the operator gets at the server for one more administrator. */
export const welcomeLink = async (stack: Stack, email: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, "backend/dist/administer.js"), "--email", email],
    { env: { ...stack.env, MUNICIPALITY_NAME: "Gemeente Voorbeeldegem", TZ: "Europe/Brussels" } },
  );
  return /https?:\/\/\S+\/welcome\/\S+/.exec(stdout)![0];
};
