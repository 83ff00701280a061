import { hash, verify } from "@node-rs/argon2";

// OWASP's second recommended set for argon2id (the library's default kind): 19 MiB, 2 rounds, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

const dummyHash = hashPassword("an unknown clerk costs as much time as a known one");

/** Takes as long for an unknown clerk (null) as for a known one. */
export const isPassword = async (passwordHash: string | null, password: string): Promise<boolean> =>
  (await verify(passwordHash ?? (await dummyHash), password)) && passwordHash !== null;
