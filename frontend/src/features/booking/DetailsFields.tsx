import { useTexts } from "../../platform/language.js";
import { RadioGroup } from "../../ui/RadioGroup.js";
import { TextArea, TextField } from "../../ui/TextField.js";
import { bookingTexts } from "./booking.texts.js";
import { type Details, type DetailsField, maxQuestion } from "./details.rules.js";

interface DetailsFieldsProps {
  readonly details: Details;
  readonly errorOf: (field: DetailsField) => string | undefined;
  readonly onType: (details: Partial<Details>) => void;
}

export const DetailsFields = (props: DetailsFieldsProps) => (
  <>
    <WhoFields {...props} />
    <ReachFields {...props} />
    <QuestionField {...props} />
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
  return (
    <>
      <TextField
        id="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autocomplete="email"
        value={details.email}
        error={errorOf("email")}
        onInput={(email) => onType({ email })}
      />
      <TextField
        id="phone"
        type="tel"
        isOptional
        label={t("phone")}
        hint={t("phoneHint")}
        autocomplete="tel"
        value={details.phone}
        error={errorOf("phone")}
        onInput={(phone) => onType({ phone })}
      />
    </>
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
