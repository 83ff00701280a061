import type { ColleagueRequest } from "@balie/contract/company";
import { useEffect } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Heading } from "../../../ui/Heading.js";
import type { CallEnd } from "../../call/call.js";
import { CallStage } from "../../call/stage/CallStage.js";
import { useCall } from "../../call/stage/use-call.js";
import { type LocalMediaHandle, useOwnMedia } from "../../call/stage/use-local-media.js";
import { TalkKeys } from "../../call/talk-keys/TalkKeys.js";
import { fetchColleagueToken } from "./company.api.js";
import { companyTexts } from "./company.texts.js";

interface ColleagueTalkProps {
  readonly request: ColleagueRequest;
  readonly media: LocalMediaHandle;
  readonly onEnd: (end: CallEnd) => void;
}

/** The call as a colleague has it: everybody, the chat and their own controls, and nothing of the meeting's lead. */
export const ColleagueTalk = ({ request, media, onEnd }: ColleagueTalkProps) => {
  const t = useTexts(companyTexts);
  const own = useOwnMedia(media.coming);
  const call = useCall({
    meetingId: request.meetingId,
    roster: request.people,
    fetchToken: () => fetchColleagueToken(request.id),
    media: media.start,
    onEnd,
  });
  useEffect(() => void media.start().catch(() => undefined), [media.start]);
  return (
    <>
      <Heading of="colleague-call">{t("callTitle", { name: request.leader.name })}</Heading>
      <CallStage
        state={call.state}
        own={own}
        writing={call.writing}
        endLabel={t("leave")}
        onEnd={call.hangUp}
        onRejoin={call.rejoin}
        isChatAlwaysOpen
        controls={<TalkKeys own={own} />}
      />
    </>
  );
};
