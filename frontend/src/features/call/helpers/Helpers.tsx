import type { HelperView, InvitedHelper } from "@balie/contract/helpers";
import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { keepFocus } from "../../../ui/keep-focus.js";
import { Spinner } from "../../../ui/Spinner.js";
import { helperTexts } from "./helper.texts.js";
import { loadHelpers } from "./helpers.api.js";
import { InvitedLine } from "./InvitedLine.js";
import { InviteForm } from "./InviteForm.js";

export interface HelpersProps {
  readonly linkToken: string;
  readonly timeZone: string;
  /** The news of them, where the page hears any. */
  readonly told?: readonly HelperView[];
}

/** Whom the citizen invited, and a way to invite somebody. */
export const Helpers = ({ linkToken, timeZone, told }: HelpersProps) => {
  const t = useTexts(helperTexts);
  const { loading, reload, put } = useLoaded("helpers", (signal) => loadHelpers(linkToken, signal));
  const [said, setSaid] = useState("");
  useFresh(JSON.stringify(told), reload);
  if (loading.state === "loading") return <Spinner />;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  const helpers = loading.value;
  const invited = (helper: InvitedHelper) => {
    put([...helpers, helper]);
    setSaid(t("invited", { name: helper.name }));
    keepFocus();
  };
  const withdrawn = (name: string, left: readonly InvitedHelper[]) => {
    put(left);
    setSaid(t("withdrawn", { name }));
    keepFocus();
  };
  return (
    <>
      <p>{t("intro")}</p>
      <p role="status">{said}</p>
      {helpers.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none.
        <ul class="helpers-list" role="list" aria-label={t("list")}>
          {helpers.map((helper) => (
            <InvitedLine
              key={helper.id}
              {...{ helper, linkToken, timeZone }}
              onWithdrawn={(left) => withdrawn(helper.name, left)}
            />
          ))}
        </ul>
      )}
      <Inviting key={helpers.length} linkToken={linkToken} isFirst={helpers.length === 0} onInvited={invited} />
    </>
  );
};

/** Asks again whenever there is news, after the first. */
const useFresh = (news: string | undefined, reload: (how: "quietly") => void) => {
  const known = useRef(news);
  useEffect(() => {
    if (known.current !== news) reload("quietly");
    known.current = news;
  }, [news, reload]);
};

interface InvitingProps {
  readonly linkToken: string;
  readonly isFirst: boolean;
  readonly onInvited: (helper: InvitedHelper) => void;
}

/** For the first one the form is there at once. */
const Inviting = ({ isFirst, ...props }: InvitingProps) => {
  const t = useTexts(helperTexts);
  const [isOpen, setOpen] = useState(isFirst);
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t("another")}</Button>;
  return <InviteForm {...props} onClose={isFirst ? undefined : () => setOpen(false)} />;
};
