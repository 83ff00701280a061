import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { ErrorSummary } from "../../ui/ErrorSummary.js";
import { Failure } from "../../ui/Failure.js";
import { keepFocus } from "../../ui/keep-focus.js";
import { Notice } from "../../ui/Notice.js";
import { SurveyQuestions } from "./SurveyQuestions.js";
import { answerSurvey } from "./survey.api.js";
import { answerOf, emptySurvey, faultsOf, type Survey as SurveyAnswers } from "./survey.state.js";
import { surveyTexts } from "./survey.texts.js";

/** Three questions after the meeting; the answer can be changed. */
export const Survey = ({ linkToken }: { linkToken: string }) => {
  const [survey, setSurvey] = useState(emptySurvey);
  const [isAnswered, setAnswered] = useState(false);
  const change = () => {
    setAnswered(false);
    keepFocus();
  };
  if (isAnswered) return <Thanks onChange={change} />;
  const type = (typed: Partial<SurveyAnswers>) => setSurvey((before) => ({ ...before, ...typed }));
  return <SurveyForm survey={survey} linkToken={linkToken} onType={type} onAnswered={() => setAnswered(true)} />;
};

interface SurveyFormProps {
  readonly survey: SurveyAnswers;
  readonly linkToken: string;
  readonly onType: (typed: Partial<SurveyAnswers>) => void;
  readonly onAnswered: () => void;
}

const SurveyForm = ({ survey, linkToken, onType, onAnswered }: SurveyFormProps) => {
  const t = useTexts(surveyTexts);
  const [attempt, setAttempt] = useState(0);
  const { isBusy, error, send } = useSending();
  const faults = attempt > 0 ? faultsOf(survey) : [];
  const errors = faults.map((id) => ({ id, text: t(`${id}Missing`) }));
  const submit = () => {
    setAttempt(attempt + 1);
    const answer = answerOf(survey);
    if (answer) send(() => answerSurvey(linkToken, answer), onAnswered);
  };
  return (
    <form
      noValidate
      aria-labelledby="survey-title"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id="survey-title">{t("title")}</h2>
      <p>{t("intro")}</p>
      {attempt > 0 && <ErrorSummary errors={errors} attempt={attempt} />}
      <SurveyQuestions survey={survey} errorOf={(id) => errors.find((each) => each.id === id)?.text} onType={onType} />
      {error !== null && <Failure error={error} />}
      <Button look="primary" type="submit" isBusy={isBusy}>
        {isBusy ? t("sending") : t("send")}
      </Button>
    </form>
  );
};

const Thanks = ({ onChange }: { onChange: () => void }) => {
  const t = useTexts(surveyTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {t("thanksTitle")}
      </h2>
      <Notice kind="ok">
        <p>{t("thanks")}</p>
      </Notice>
      <Button onClick={onChange}>{t("change")}</Button>
    </>
  );
};
