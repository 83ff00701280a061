import type { InterpreterMedium, InterpretingChoice } from "@balie/contract/interpreters";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { randomUuid } from "../../../platform/random.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { Field } from "../../../ui/Field.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import type { AskInterpreterProps } from "./AskInterpreter.js";
import { askInterpreter } from "./interpreting.api.js";
import { interpretingTexts } from "./interpreting.texts.js";
import { chosenOf, matching, mediaOf, optionsOf, presetOf } from "./language-choice.rules.js";
import { useAction } from "./use-action.js";

type LanguageFormProps = AskInterpreterProps & Pick<InterpretingChoice, "hasPhone" | "languages">;

/** By keyboard: type the beginning, Enter. */
export const LanguageForm = ({ meetingId, citizens, hasPhone, languages, dispatch, onClose }: LanguageFormProps) => {
  const t = useTexts(interpretingTexts);
  const { language: page } = useLanguage();
  const [typed, setTyped] = useState("");
  const [picked, setPicked] = useState(citizens && presetOf(languages, citizens, page));
  const [wish, setWish] = useState<InterpreterMedium>("phone");
  const [isMissing, setMissing] = useState(false);
  const { isBusy, error, go } = useAction(dispatch);
  const requestIds = useRef(new Map<string, string>());
  const field = useRef<HTMLInputElement>(null);
  // With the drawing itself: letters that are typed before would be lost.
  useLayoutEffect(() => field.current?.focus(), []);
  const options = useMemo(() => optionsOf(languages, languageName, page), [languages, page]);
  const found = matching(options, typed);
  const chosen = chosenOf(found, picked, typed);
  const media = mediaOf(languages, chosen, hasPhone);
  const medium = media.includes(wish) ? wish : (media[0] ?? wish);
  const submit = () => {
    setMissing(!chosen);
    if (!chosen) return (document.getElementById("interpreting-language") ?? field.current)?.focus();
    if (isBusy) return;
    // A second try asks the same: the first answer may have been lost.
    const asked = `${chosen} ${medium}`;
    const requestId = requestIds.current.get(asked) ?? randomUuid();
    requestIds.current.set(asked, requestId);
    const whom = { language: chosen, medium, callAgain: null, letIn: null };
    go(() => askInterpreter({ requestId, meetingId, ...whom }), onClose);
  };
  return (
    <form
      class="interpreting-languages"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{t("askText")}</p>
      {error !== null && <Failure error={error} />}
      <Field id="interpreting-search" label={t("search")}>
        <input
          ref={field}
          id="interpreting-search"
          class="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          autocomplete="off"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </Field>
      <p role="status" class={found.length > 0 ? "balie-only-heard" : ""}>
        {typed.trim() !== "" && <Found count={found.length} />}
      </p>
      {found.length > 0 && (
        <RadioGroup
          id="interpreting-language"
          label={t("languages")}
          value={chosen}
          error={isMissing && !chosen ? t("chooseFirst") : undefined}
          choices={found.map(({ language, name, available }) => ({
            value: language,
            label: name,
            note: available > 0 ? t("free", { count: available }) : t("freeNone"),
          }))}
          onChange={setPicked}
        />
      )}
      {media.length > 1 && (
        <RadioGroup
          id="interpreting-medium"
          label={t("how")}
          value={medium}
          choices={media.map((value) => ({ value, label: t(value === "phone" ? "howPhone" : "howVideo") }))}
          onChange={setWish}
        />
      )}
      {chosen && medium === "video" && <p>{t("videoText")}</p>}
      <div class="balie-actions">
        <Button look="primary" type="submit" isBusy={isBusy}>
          {chosen ? t(medium === "video" ? "goByVideo" : "go", { language: languageName(chosen, page) }) : t("ask")}
        </Button>
        <Button onClick={onClose}>{t("close")}</Button>
      </div>
    </form>
  );
};

const Found = ({ count }: { count: number }) => {
  const t = useTexts(interpretingTexts);
  if (count === 0) return <>{t("foundNone")}</>;
  return <>{count === 1 ? t("foundOne") : t("found", { count })}</>;
};
