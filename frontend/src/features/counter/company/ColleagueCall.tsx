import type { ColleagueRequest } from "@balie/contract/company";
import type { Dispatch } from "preact/hooks";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Heading } from "../../../ui/Heading.js";
import type { CallEnd } from "../../call/call.js";
import { chatShelf } from "../../call/stage/use-call.js";
import type { LocalMediaHandle } from "../../call/stage/use-local-media.js";
import { CallOver } from "../CallOver.js";
import type { ConsoleAction } from "../console.state.js";
import { consoleTexts } from "../console.texts.js";
import { ColleagueTalk } from "./ColleagueTalk.js";
import { leaveCall } from "./company.api.js";
import { companyTexts } from "./company.texts.js";

interface ColleagueCallProps {
  readonly request: ColleagueRequest;
  readonly media: LocalMediaHandle;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** In another clerk's call: waiting until the citizen was told, in the call, or out of it. */
export const ColleagueCall = ({ request, media, dispatch }: ColleagueCallProps) => {
  const [end, setEnd] = useState<CallEnd | null>(null);
  const [attempt, setAttempt] = useState(0);
  const state = request.guest?.state;
  const isIn = state === "admitted" && end === null;
  const toQueue = () => dispatch({ type: "callLeft" });
  const leave = () => {
    void leaveCall(request.id).catch(() => undefined);
    toQueue();
  };
  useEffect(() => (isIn ? media.stop : undefined), [isIn, media.stop]);
  useEffect(() => chatShelf(request.meetingId).clear, [request.meetingId]);

  if (state === "removed" || end?.why === "removed") return <PutOut request={request} onQueue={toQueue} />;
  if (!state || state === "announced") return <ToBeTold onLeave={leave} />;
  if (end)
    return (
      <CallOver
        end={end}
        onQueue={toQueue}
        onAgain={() => {
          setEnd(null);
          setAttempt(attempt + 1);
        }}
      />
    );
  const onEnd = (why: CallEnd) => (why.why === "left" ? leave() : setEnd(why));
  return <ColleagueTalk key={attempt} request={request} media={media} onEnd={onEnd} />;
};

const ToBeTold = ({ onLeave }: { onLeave: () => void }) => {
  const t = useTexts(companyTexts);
  return (
    <>
      <Heading of="colleague-wait">{t("waitTitle")}</Heading>
      <p>{t("waitText")}</p>
      <Button onClick={onLeave}>{t("waitLeave")}</Button>
    </>
  );
};

const PutOut = ({ request, onQueue }: { request: ColleagueRequest; onQueue: () => void }) => {
  const t = useTexts(companyTexts);
  const c = useTexts(consoleTexts);
  return (
    <>
      <Heading of="colleague-removed">{t("removedTitle")}</Heading>
      <p>{t("removedText", { name: request.leader.name })}</p>
      <Button look="primary" onClick={onQueue}>
        {c("toQueue")}
      </Button>
    </>
  );
};
