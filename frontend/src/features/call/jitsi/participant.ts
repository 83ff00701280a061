import type { CallParticipant } from "../call.js";
import type { Participant } from "./lib-jitsi-meet.js";

/** Who this is, from what the server vouches for; nameless when it vouches for nothing. null for machines (a recorder). */
export const toParticipant = (participant: Participant): CallParticipant | null => {
  if (participant.isHidden()) return null;
  const id = participant.getId();
  const user = identityOf(participant)?.user;
  return { id, userId: user?.id ?? id, name: user?.name ?? "", role: roleOf(participant) };
};

const roles: readonly CallParticipant["role"][] = ["clerk", "citizen", "helper", "colleague", "interpreter"];

/** The npm build passes no role on from the token; there the room's own role tells the clerk, its only moderator beside telephones, and the roster tells the others apart. */
const roleOf = (participant: Participant): CallParticipant["role"] => {
  const role = roles.find((each) => each === identityOf(participant)?.user?.role);
  if (role) return role;
  return participant.getRole() === "moderator" ? "clerk" : "citizen";
};

const identityOf = (participant: Participant) => participant.getIdentity?.() ?? participant._identity;
