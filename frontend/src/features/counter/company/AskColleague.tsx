import type { ColleagueChoice } from "@balie/contract/company";
import type { Dispatch } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { AskClerk } from "../AskClerk.js";
import type { ConsoleAction } from "../console.state.js";
import { askColleague, fetchColleagues } from "./company.api.js";
import { companyTexts } from "./company.texts.js";

interface AskColleagueProps {
  readonly meetingId: string;
  readonly dispatch: Dispatch<ConsoleAction>;
}

export const AskColleague = ({ meetingId, dispatch }: AskColleagueProps) => {
  const t = useTexts(companyTexts);
  const local = useLocalised();
  return (
    <AskClerk
      words={{
        open: t("ask"),
        title: t("askTitle"),
        text: t("askText"),
        loading: t("loading"),
        nobody: t("askNobody"),
        askOne: (name) => t("askOne", { name }),
        close: t("close"),
      }}
      fetchChoices={async (signal) => (await fetchColleagues(meetingId, signal)).colleagues}
      aboutOf={({ counterNames, isInCall }: ColleagueChoice) =>
        [...counterNames.map(local), ...(isInCall ? [t("inCallNow")] : [])].join(", ")
      }
      ask={(clerkId) => askColleague(meetingId, clerkId)}
      onAsked={(request, sentAt) => dispatch({ type: "requestChanged", request, sentAt })}
    />
  );
};
