import type { Stack } from "../../../appliance/embedded/stack.ts";

/** The secret link's token. */
export const linkTokenIn = (link: string): string => new URL(link).pathname.split("/").at(-1)!;

/** A request as somebody makes it who has the link but none of our pages. */
export const plainRequest = async (
  { publicUrl }: Stack,
  method: string,
  path: string,
  linkToken: string,
  body: unknown,
): Promise<{ status: number; code?: string }> => {
  const answer = await fetch(`${publicUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${linkToken}`, "content-type": "application/json", origin: publicUrl },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
};
