import type { ColleagueChoice } from "@balie/contract/company";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { Spinner } from "../../../ui/Spinner.js";
import type { ConsoleAction } from "../console.state.js";
import { askColleague, fetchColleagues } from "./company.api.js";
import { companyTexts } from "./company.texts.js";

interface AskColleagueProps {
  readonly meetingId: string;
  readonly dispatch: Dispatch<ConsoleAction>;
}

export const AskColleague = (props: AskColleagueProps) => {
  const t = useTexts(companyTexts);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("ask")}</Button>
      {isOpen && (
        <Dialog title={t("askTitle")} onClose={close}>
          <p>{t("askText")}</p>
          <Choices {...props} onAsked={close} />
          <div class="balie-actions">
            <Button onClick={close}>{t("close")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};

const Choices = ({ meetingId, dispatch, onAsked }: AskColleagueProps & { readonly onAsked: () => void }) => {
  const t = useTexts(companyTexts);
  const { loading, reload } = useLoaded(meetingId, (signal) => fetchColleagues(meetingId, signal));
  const [asking, setAsking] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const ask = (clerkId: string) => {
    setAsking(clerkId);
    setError(null);
    askColleague(meetingId, clerkId)
      .then((request) => {
        dispatch({ type: "requestChanged", request });
        onAsked();
      }, setError)
      .finally(() => setAsking(null));
  };
  if (loading.state === "loading") return <Spinner text={t("loading")} />;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  const { colleagues } = loading.value;
  if (colleagues.length === 0) return <p>{t("askNobody")}</p>;
  return (
    <>
      {error !== null && <Failure error={error} />}
      <ul class="console-colleagues">
        {colleagues.map((colleague) => (
          <Choice
            key={colleague.clerkId}
            colleague={colleague}
            isBusy={asking === colleague.clerkId}
            onAsk={() => ask(colleague.clerkId)}
          />
        ))}
      </ul>
    </>
  );
};

interface ChoiceProps {
  readonly colleague: ColleagueChoice;
  readonly isBusy: boolean;
  readonly onAsk: () => void;
}

const Choice = ({ colleague: { clerkId, name, counterNames, isInCall }, isBusy, onAsk }: ChoiceProps) => {
  const t = useTexts(companyTexts);
  const local = useLocalised();
  const about = [...counterNames.map(local), ...(isInCall ? [t("inCallNow")] : [])].join(", ");
  return (
    <li>
      <Button isBusy={isBusy} describedBy={`colleague-${clerkId}`} onClick={onAsk}>
        {t("askOne", { name })}
      </Button>
      <span id={`colleague-${clerkId}`}>{about}</span>
    </li>
  );
};
