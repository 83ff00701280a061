import type { InvitedHelper } from "@balie/contract/helpers";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { CheckChoice } from "../../../ui/CheckChoice.js";
import { ErrorSummary } from "../../../ui/ErrorSummary.js";
import { Failure } from "../../../ui/Failure.js";
import { FieldNotes } from "../../../ui/Field.js";
import { RadioGroup } from "../../../ui/RadioGroup.js";
import { TextField } from "../../../ui/TextField.js";
import { helperTexts } from "./helper.texts.js";
import type { DraftField } from "./invitation.rules.js";
import { useInviting } from "./use-inviting.js";

interface InviteFormProps {
  readonly linkToken: string;
  readonly onInvited: (helper: InvitedHelper) => void;
  readonly onClose?: (() => void) | undefined;
}

const idOf: Record<DraftField, string> = {
  name: "helper-name",
  relation: "helper-relation",
  email: "helper-email",
  consent: "helper-consent",
};
const textOf = {
  name: "nameMissing",
  relation: "relationMissing",
  email: "emailWrong",
  consent: "consentMissing",
} as const;

/** Who it is, where the link may go, and the citizen's yes. */
export const InviteForm = ({ linkToken, onInvited, onClose }: InviteFormProps) => {
  const t = useTexts(helperTexts);
  const { draft, needsMail, type, faults, attempt, isBusy, error, invite } = useInviting(linkToken, onInvited);
  const faultText = (field: DraftField) => t(field === "email" && needsMail ? "emailNeeded" : textOf[field]);
  const errorOf = (field: DraftField) => (faults.includes(field) ? faultText(field) : undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        invite();
      }}
    >
      {attempt > 0 && (
        <ErrorSummary errors={faults.map((field) => ({ id: idOf[field], text: faultText(field) }))} attempt={attempt} />
      )}
      <TextField
        id={idOf.name}
        label={t("name")}
        hint={t("nameHint")}
        error={errorOf("name")}
        value={draft.name}
        maxLength={120}
        onInput={(name) => type({ name })}
      />
      <RadioGroup
        id={idOf.relation}
        label={t("relation")}
        error={errorOf("relation")}
        value={draft.relation}
        choices={(["family", "carer", "companion"] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(relation) => type({ relation })}
      />
      <p class="balie-small">{t("interpreter")}</p>
      <TextField
        id={idOf.email}
        type="email"
        isOptional={!needsMail}
        label={t("email")}
        hint={t(needsMail ? "emailOnly" : "emailHint")}
        error={errorOf("email")}
        value={draft.email}
        maxLength={254}
        onInput={(email) => type({ email })}
      />
      <div class={`balie-field ${faults.includes("consent") ? "utrecht-form-field--invalid" : ""}`}>
        <FieldNotes id={idOf.consent} label={t("consent")} error={errorOf("consent")} />
        <CheckChoice
          id={idOf.consent}
          label={t("consent")}
          note={t("consentNote")}
          isChecked={draft.hasConsented}
          describedBy={faults.includes("consent") ? `${idOf.consent}-error` : undefined}
          onChange={(hasConsented) => type({ hasConsented })}
        />
      </div>
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        <Button look="primary" type="submit" isBusy={isBusy}>
          {t("invite")}
        </Button>
        {onClose && <Button onClick={onClose}>{t("cancel")}</Button>}
      </div>
    </form>
  );
};
