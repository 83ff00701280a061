import { useTexts } from "../../platform/language.js";
import { RadioGroup } from "../../ui/RadioGroup.js";
import { TextArea } from "../../ui/TextField.js";
import { maxComment, type Survey } from "./survey.state.js";
import { surveyTexts } from "./survey.texts.js";

interface SurveyQuestionsProps {
  readonly survey: Survey;
  readonly errorOf: (id: "ease" | "wasHelped" | "comment") => string | undefined;
  readonly onType: (typed: Partial<Survey>) => void;
}

const eases = ["5", "4", "3", "2", "1"] as const;
const helps = ["yes", "partly", "no"] as const;

export const SurveyQuestions = ({ survey, errorOf, onType }: SurveyQuestionsProps) => {
  const t = useTexts(surveyTexts);
  return (
    <>
      <RadioGroup
        id="ease"
        label={t("ease")}
        error={errorOf("ease")}
        value={survey.ease}
        choices={eases.map((value) => ({ value, label: t(`ease${value}`) }))}
        onChange={(ease) => onType({ ease })}
      />
      <RadioGroup
        id="wasHelped"
        label={t("wasHelped")}
        error={errorOf("wasHelped")}
        value={survey.wasHelped}
        choices={helps.map((value) => ({ value, label: t(value) }))}
        onChange={(wasHelped) => onType({ wasHelped })}
      />
      <TextArea
        id="comment"
        isOptional
        label={t("comment")}
        hint={t("commentHint")}
        error={errorOf("comment")}
        value={survey.comment}
        maxCharacters={maxComment}
        onInput={(comment) => onType({ comment })}
      />
    </>
  );
};
