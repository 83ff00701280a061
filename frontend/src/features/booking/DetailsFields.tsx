import { useTexts } from "../../platform/language.js";
import { useMunicipality } from "../../platform/municipality.js";
import { RadioGroup } from "../../ui/RadioGroup.js";
import { TextArea, TextField } from "../../ui/TextField.js";
import { bookingTexts } from "./booking.texts.js";
import { type Details, type DetailsField, maxQuestion, needsPhone } from "./details.rules.js";
import { NeededLanguage } from "./NeededLanguage.js";

interface DetailsFieldsProps {
  readonly details: Details;
  readonly errorOf: (field: DetailsField) => string | undefined;
  readonly onType: (details: Partial<Details>) => void;
}

export const DetailsFields = (props: DetailsFieldsProps) => (
  <>
    <WhoFields {...props} />
    <MediumField {...props} />
    <ReachFields {...props} />
    <QuestionField {...props} />
    <NeedField {...props} />
  </>
);

const WhoFields = ({ details, errorOf, onType }: DetailsFieldsProps) => {
  const t = useTexts(bookingTexts);
  return (
    <>
      <TextField
        id="name"
        label={t("name")}
        autocomplete="name"
        value={details.name}
        error={errorOf("name")}
        onInput={(name) => onType({ name })}
      />
      <RadioGroup
        id="for-whom"
        label={t("forWhom")}
        value={details.isForOther ? "other" : "self"}
        choices={[
          { value: "self", label: t("forMyself") },
          { value: "other", label: t("forOther") },
        ]}
        onChange={(whom) => onType({ isForOther: whom === "other" })}
      />
      {details.isForOther && (
        <TextField
          id="otherName"
          label={t("otherName")}
          hint={t("otherNameHint")}
          value={details.otherName}
          error={errorOf("otherName")}
          onInput={(otherName) => onType({ otherName })}
        />
      )}
    </>
  );
};

const ReachFields = ({ details, errorOf, onType }: DetailsFieldsProps) => {
  const t = useTexts(bookingTexts);
  const { dialsIn } = details;
  return (
    <>
      <TextField
        id="email"
        type="email"
        isOptional={dialsIn}
        label={t("email")}
        hint={t(dialsIn ? "emailHintDialIn" : "emailHint")}
        autocomplete="email"
        value={details.email}
        error={errorOf("email")}
        onInput={(email) => onType({ email })}
      />
      <TextField
        id="phone"
        type="tel"
        isOptional={!needsPhone(details)}
        label={t("phone")}
        hint={t(dialsIn ? "phoneHintDialIn" : "phoneHint")}
        autocomplete="tel"
        value={details.phone}
        error={errorOf("phone")}
        onInput={(phone) => onType({ phone })}
      />
    </>
  );
};

/** Only where the municipality has a number to dial in. */
const MediumField = ({ details, onType }: DetailsFieldsProps) => {
  const t = useTexts(bookingTexts);
  const municipality = useMunicipality();
  if (municipality.state !== "loaded" || !municipality.value.dialInNumber) return null;
  return (
    <RadioGroup
      id="medium"
      label={t("medium")}
      value={details.dialsIn ? "phone" : "video"}
      choices={[
        { value: "video", label: t("byVideo") },
        { value: "phone", label: t("byPhone"), note: t("byPhoneNote") },
      ]}
      onChange={(medium) => onType({ dialsIn: medium === "phone" })}
    />
  );
};

const QuestionField = ({ details, errorOf, onType }: DetailsFieldsProps) => {
  const t = useTexts(bookingTexts);
  return (
    <TextArea
      id="question"
      isOptional
      label={t("question")}
      hint={t("questionHint")}
      value={details.question}
      error={errorOf("question")}
      maxCharacters={maxQuestion}
      onInput={(question) => onType({ question })}
    />
  );
};

const NeedField = ({ details, errorOf, onType }: DetailsFieldsProps) => {
  const t = useTexts(bookingTexts);
  return (
    <>
      <RadioGroup
        id="needs-interpreter"
        label={t("needsInterpreter")}
        value={details.needsInterpreter ? "yes" : "no"}
        choices={[
          { value: "no", label: t("no") },
          { value: "yes", label: t("yes") },
        ]}
        onChange={(answer) => onType({ needsInterpreter: answer === "yes" })}
      />
      {details.needsInterpreter && (
        <NeededLanguage
          value={details.interpreter}
          error={errorOf("interpreter")}
          onChoose={(interpreter) => onType({ interpreter })}
        />
      )}
    </>
  );
};
