import { randomBytes } from "node:crypto";

/** A room for a trial call. A name that begins with two underscores is one of those that our Prosody module does not tell the backend of, as it does for jicofo's own health checks: so nobody
    is put out of it, and no clerk sees it. It opens nothing: a token of ours is needed as for any room, and the name is random. */
export const doctorsRoom = (): string => `__doctor-${randomBytes(20).toString("hex")}`;
