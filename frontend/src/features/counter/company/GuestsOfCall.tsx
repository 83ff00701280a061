import type { CompanyView } from "@balie/contract/company";
import type { QueueEntry } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { useRole } from "../../call/company/use-role.js";
import type { ConsoleAction } from "../console.state.js";
import { consoleTexts } from "../console.texts.js";
import { RemovePerson } from "../RemovePerson.js";
import { SendButton } from "../SendButton.js";
import { AskColleague } from "./AskColleague.js";
import { removeGuest, withdraw } from "./company.api.js";
import { companyTexts } from "./company.texts.js";
import { guestsIn, openQuestions } from "./company.view.js";

interface GuestsOfCallProps {
  readonly entry: QueueEntry;
  readonly company: CompanyView;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** Who was asked into this call, who is to come and who may be in; for the clerk who leads it. */
export const GuestsOfCall = ({ entry, company, dispatch }: GuestsOfCallProps) => {
  const t = useTexts(companyTexts);
  const c = useTexts(consoleTexts);
  const roleOf = useRole();
  const questions = openQuestions(company, entry.meetingId);
  const guests = guestsIn(entry.people);
  return (
    <section class="console-guests" aria-labelledby="company-title">
      <h2 id="company-title" class="call-small-heading">
        {t("title")}
      </h2>
      <div role="status">
        {questions.map(({ id, state, colleague: { name } }) => (
          <p key={id}>{t(state === "asked" ? "asked" : "declined", { name })}</p>
        ))}
        {guests.map((guest) => (
          <p key={guest.userId}>
            {guest.isAnnounced
              ? t("announced", { name: guest.name })
              : t("isIn", { name: guest.name, role: roleOf(guest) })}
          </p>
        ))}
      </div>
      {questions
        .filter(({ state }) => state === "asked")
        .map(({ id, colleague: { name } }) => (
          <SendButton
            key={id}
            act={() => withdraw(id).finally(keepFocus)}
            onDone={(request, sentAt) => dispatch({ type: "requestChanged", request, sentAt })}
          >
            {t("withdraw", { name })}
          </SendButton>
        ))}
      {guests.map(({ userId, name, role }) => (
        <RemovePerson
          key={userId}
          name={name}
          text={
            role === "helper" ? c("helperRemoveText", { name, citizen: entry.citizenName }) : t("removeText", { name })
          }
          remove={() => removeGuest(entry.meetingId, userId)}
          dispatch={dispatch}
        />
      ))}
      <AskColleague meetingId={entry.meetingId} dispatch={dispatch} />
    </section>
  );
};
