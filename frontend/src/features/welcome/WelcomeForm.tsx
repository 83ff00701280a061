import type { WelcomeView } from "@balie/contract/clerks";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { ErrorSummary } from "../../ui/ErrorSummary.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { TextField } from "../../ui/TextField.js";
import { DeadLink } from "./DeadLink.js";
import { isDead, useAcceptance } from "./use-acceptance.js";
import { faultsOf, type WelcomeField } from "./welcome.rules.js";
import { welcomeTexts } from "./welcome.texts.js";

interface WelcomeFormProps {
  readonly welcome: WelcomeView;
  readonly token: string;
}

export const WelcomeForm = ({ welcome, token }: WelcomeFormProps) => {
  const t = useTexts(welcomeTexts);
  const [name, setName] = useState(welcome.name);
  const [password, setPassword] = useState("");
  const [isShown, setShown] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { isBusy, error, accept } = useAcceptance(token);
  if (isDead(error)) return <DeadLink why={error} />;

  const faults = faultsOf({ name, password });
  const shown = attempt > 0 ? faults : {};
  const textOf = (field: WelcomeField) => shown[field] && t(shown[field]);
  const errors = (["name", "password"] as const).flatMap((id) => (shown[id] ? [{ id, text: t(shown[id]) }] : []));
  const submit = () => {
    setAttempt(attempt + 1);
    if (!faults.name && !faults.password) accept({ name: name.trim(), password });
  };

  return (
    <form
      class="welcome-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Heading of="welcome" hasError={errors.length > 0}>
        {t("title", { municipality: welcome.municipalityName })}
      </Heading>
      <p>{t("intro")}</p>
      <p>{t("once")}</p>
      {attempt > 0 && <ErrorSummary errors={errors} attempt={attempt} />}
      {error !== null && <Failure error={error} />}
      <TextField
        id="email"
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        autocomplete="username"
        value={welcome.email}
        isReadOnly
        onInput={() => undefined}
      />
      <TextField
        id="name"
        label={t("name")}
        hint={t("nameHint")}
        autocomplete="name"
        value={name}
        error={textOf("name")}
        onInput={setName}
      />
      <TextField
        id="password"
        label={t("password")}
        hint={t("passwordHint")}
        type={isShown ? "text" : "password"}
        autocomplete="new-password"
        value={password}
        error={textOf("password")}
        onInput={setPassword}
      />
      <label class="welcome-show" for="show-password">
        <input
          id="show-password"
          type="checkbox"
          checked={isShown}
          onChange={({ currentTarget }) => setShown(currentTarget.checked)}
        />
        {t("showPassword")}
      </label>
      <Button look="primary" type="submit" isBusy={isBusy}>
        {t("accept")}
      </Button>
    </form>
  );
};
