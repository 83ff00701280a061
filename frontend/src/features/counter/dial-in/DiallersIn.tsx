import type { DialInList } from "@balie/contract/dial-in";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { removeGuest } from "../company/company.api.js";
import { RemovePerson } from "../RemovePerson.js";
import type { DialInsOfCallProps } from "./DialInsOfCall.js";
import { dialInTexts } from "./dial-in.texts.js";
import { interpretersIn } from "./dial-in.view.js";

type DiallersInProps = Pick<DialInsOfCallProps, "entry" | "dispatch"> & { readonly list: DialInList };

/** Interpreters who dialled in: on their way, and in. */
export const DiallersIn = ({ list, entry, dispatch }: DiallersInProps) => {
  const t = useTexts(dialInTexts);
  const { language: page } = useLanguage();
  const interpreters = interpretersIn(list, entry.people);
  return (
    <>
      <div role="status">
        {interpreters.map(({ userId, name, language, isAnnounced }) => (
          <p key={userId}>
            {isAnnounced ? t("dialsIn", { name }) : t("isIn", { name, language: languageName(language ?? "", page) })}
          </p>
        ))}
      </div>
      {interpreters.map(({ userId, name }) => (
        <RemovePerson
          key={userId}
          name={name}
          text={t("removeText", { name })}
          remove={() => removeGuest(entry.meetingId, userId)}
          dispatch={dispatch}
        />
      ))}
    </>
  );
};
