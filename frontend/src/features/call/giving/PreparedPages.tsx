import type { QueueEntry } from "@balie/contract/meetings";
import type { PreparedPage } from "@balie/contract/services";
import { useState } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { type OnAnswer, useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { Icon } from "../../../ui/Icon.js";
import { showPage } from "./giving.api.js";
import { givingTexts } from "./giving.texts.js";

interface PreparedPagesProps {
  readonly entry: QueueEntry;
  readonly onChange: OnAnswer<QueueEntry>;
  readonly say: (text: string) => void;
}

/** One press shows a page to the citizen and puts its link in the chat, from where it can be mailed afterwards; a second one takes it away. */
export const PreparedPages = ({ entry, onChange, say }: PreparedPagesProps) => {
  const t = useTexts(givingTexts);
  const local = useLocalised();
  const [turnedUrl, setTurnedUrl] = useState<string | null>(null);
  const { isBusy, error, send } = useSending();
  const [wasShown, setWasShown] = useState(false);
  const isShown = ({ url }: PreparedPage) => url === entry.shownPage;
  const turn = (page: PreparedPage) => {
    const isWanted = !isShown(page);
    setTurnedUrl(page.url);
    send(
      () => showPage(entry.meetingId, isWanted ? page.url : null),
      (changed, sentAt) => {
        if (isWanted) say(`${page.title[entry.language]}: ${page.url}`);
        setWasShown(true);
        onChange(changed, sentAt);
      },
    );
  };
  const shown = entry.pages.find(isShown);
  return (
    <>
      <h3 class="giving-heading">{t("pages")}</h3>
      <p class="balie-small">{t("pagesHint")}</p>
      <ul class="giving-pages">
        {entry.pages.map((page) => (
          <li key={page.url}>
            <Button isPressed={isShown(page)} isBusy={isBusy && turnedUrl === page.url} onClick={() => turn(page)}>
              {isShown(page) && <Icon name="check" />} {local(page.title)}
            </Button>
          </li>
        ))}
      </ul>
      <p class="balie-small" role="status">
        {shown ? t("pageShown", { title: local(shown.title) }) : wasShown && t("pageGone")}
      </p>
      {error !== null && <Failure error={error} />}
    </>
  );
};
