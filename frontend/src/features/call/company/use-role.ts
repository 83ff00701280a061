import type { HelperRelation } from "@balie/contract/helpers";
import { useLocalised, useTexts } from "../../../platform/language.js";
import type { CallParticipant } from "../call.js";
import { callTexts } from "../call.texts.js";

type InRole = Pick<CallParticipant, "role" | "counterName" | "relation">;

const roleTexts = {
  clerk: "roleClerk",
  citizen: "roleCitizen",
  helper: "roleHelper",
  colleague: "roleColleague",
  interpreter: "roleInterpreter",
} as const;

const relations: Record<HelperRelation, "relationFamily" | "relationCarer" | "relationCompanion"> = {
  family: "relationFamily",
  carer: "relationCarer",
  companion: "relationCompanion",
};

/** Who a helper is to the citizen, in words. */
export const useRelation = (): ((relation: HelperRelation) => string) => {
  const t = useTexts(callTexts);
  return (relation) => t(relations[relation]);
};

/** Somebody's role in words, with the counter or the relation where they are known. */
export const useRole = (): ((person: InRole) => string) => {
  const t = useTexts(callTexts);
  const local = useLocalised();
  const relationOf = useRelation();
  return ({ role, counterName, relation }) => {
    if (role === "colleague" && counterName) return t("roleColleagueOf", { counter: local(counterName) });
    if (role === "helper" && relation) return t("roleHelperWho", { relation: relationOf(relation) });
    return t(roleTexts[role]);
  };
};
