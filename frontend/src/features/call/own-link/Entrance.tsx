import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Icon } from "../../../ui/Icon.js";
import { Notice } from "../../../ui/Notice.js";
import { Time } from "../../../ui/When.js";
import type { OnStart, OwnLinkMeeting } from "./own-link.js";
import { ownLinkTexts } from "./own-link.texts.js";

interface EntranceProps {
  readonly meeting: Pick<OwnLinkMeeting, "opensAt" | "timeZone">;
  readonly situation: "early" | "open" | "running";
  readonly onStart: OnStart;
}

/** When the waiting room is open, its button; before that, when it opens. It changes by itself. */
export const Entrance = ({ meeting, situation, onStart }: EntranceProps) => {
  const t = useTexts(ownLinkTexts);
  const { opensAt, timeZone } = meeting;
  const isEarly = situation === "early";
  return (
    <Notice kind={isEarly ? "info" : "ok"} icon={isEarly ? "clock" : "camera"}>
      <div role="status">
        {isEarly ? (
          <p>
            {t("early")} <Time at={opensAt} timeZone={timeZone} />. {t("earlyTest")}
          </p>
        ) : (
          <p>{t(situation)}</p>
        )}
      </div>
      <div class="balie-actions">
        {!isEarly && (
          <Button look="primary" onClick={() => onStart("waiting")}>
            {t("toWaitingRoom")}
          </Button>
        )}
        <Button onClick={() => onStart("check")}>
          <Icon name="camera" />
          {t("test")}
        </Button>
      </div>
    </Notice>
  );
};
