import { useId } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { CallIcon } from "../CallIcon.js";
import { isOff, type Person } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { useRole } from "../company/use-role.js";
import { qualityTexts } from "../line-quality/quality.texts.js";
import { seeingTexts } from "../seeing/seeing.texts.js";
import type { Seeing } from "../seeing/use-seeing.js";
import { Video } from "../Video.js";

interface PersonTileProps {
  readonly person: Person;
  readonly pictures: Seeing["pictures"];
  readonly isInWritingOnly: boolean;
  readonly isPinned: boolean;
  readonly onPin: (isPinned: boolean) => void;
}

/** Another person: the picture or why there is none, and who it is, in words. */
export const PersonTile = ({ person, pictures, isInWritingOnly, isPinned, onPin }: PersonTileProps) => {
  const t = useTexts(callTexts);
  const s = useTexts(seeingTexts);
  const name = person.name || t("nameless");
  const roleOf = useRole();
  const nameId = useId();
  const { isSharing, isSigning, hasPictures } = person.seeing;
  return (
    <div class={`call-tile ${isInWritingOnly ? "call-tile--words" : isSharing ? "seeing-screen" : ""}`}>
      {!isInWritingOnly && <Picture {...{ person, name, pictures }} />}
      <div class="call-caption">
        <strong id={nameId}>{name}</strong> <span>{roleOf(person)}</span>
        {isInWritingOnly && <span>{t("writesOnly")}</span>}
        {!isInWritingOnly && isOff(person, "audio") && (
          <span class="call-muted">
            <CallIcon name="microphoneOff" /> {t("soundOff")}
          </span>
        )}
        {!isInWritingOnly && isSharing && <span>{s("sharesScreenShort")}</span>}
        {isSigning && <span>{s("looksSigning")}</span>}
        {!hasPictures && <span>{s("seesNothing")}</span>}
        <Button class="seeing-pin" describedBy={nameId} onClick={() => onPin(!isPinned)}>
          {s(isPinned ? "unpin" : "pin")}
        </Button>
      </div>
    </div>
  );
};

type PictureProps = Pick<PersonTileProps, "person" | "pictures"> & { readonly name: string };

const Picture = ({ person, name, pictures }: PictureProps) => {
  const t = useTexts(callTexts);
  const s = useTexts(seeingTexts);
  const l = useTexts(qualityTexts);
  const { video, seeing } = person;
  if (pictures === "off") return <p class="call-no-picture">{s("picturesOffNow")}</p>;
  if (video === null || isOff(person, "video"))
    return <p class="call-no-picture">{t(isOff(person, "video") ? "pictureOff" : "pictureComing", { name })}</p>;
  return (
    <>
      <Video stream={video.stream} label={seeing.isSharing ? s("screenOf", { name }) : name} />
      {(pictures === "line" || !seeing.sendsPictures) && <p class="line-still">{l("still")}</p>}
    </>
  );
};
