import { useTexts } from "../../../platform/language.js";
import { CallIcon } from "../CallIcon.js";
import { isOff, type Person } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { Video } from "../Video.js";

/** Another person: the picture or why there is none, and who it is, in words. */
export const PersonTile = ({ person }: { person: Person }) => {
  const t = useTexts(callTexts);
  const name = person.name || t("nameless");
  const { video } = person;
  const hasPicture = video !== null && !isOff(person, "video");
  return (
    <div class="call-tile">
      {hasPicture ? (
        <Video stream={video.stream} label={name} />
      ) : (
        <p class="call-no-picture">{t(isOff(person, "video") ? "pictureOff" : "pictureComing", { name })}</p>
      )}
      <p class="call-caption">
        <strong>{name}</strong> <span>{t(person.role === "clerk" ? "roleClerk" : "roleCitizen")}</span>
        {isOff(person, "audio") && (
          <span class="call-muted">
            <CallIcon name="microphoneOff" /> {t("soundOff")}
          </span>
        )}
      </p>
    </div>
  );
};
