import { languageName } from "@balie/contract/locales/interpreted-languages";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import { guestsTexts } from "../company/guests.texts.js";
import { interpreterNotices } from "./interpreters.rules.js";

type InterpreterNoticesProps = Pick<CallState, "roster" | "standing">;

const texts = {
  rung: "isRung",
  expected: "isExpected",
  in: "isIn",
  seen: "isSeen",
  unheard: "isUnheard",
} as const;

/** That an interpreter is being phoned or mailed, or dials in, and then who listens and what they interpret. */
export const InterpreterNotices = ({ roster, standing }: InterpreterNoticesProps) => {
  const t = useTexts(guestsTexts);
  const { language: page } = useLanguage();
  return (
    <>
      {interpreterNotices(roster, standing).map((notice) => (
        <Notice key={"id" in notice ? notice.id : notice.what + notice.language} kind="info">
          <p>
            {t(texts[notice.what], {
              name: "name" in notice ? notice.name : "",
              language: languageName(notice.language, page),
            })}
          </p>
        </Notice>
      ))}
    </>
  );
};
