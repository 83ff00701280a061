import type { ClerkView } from "@balie/contract/clerks";
import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { useSending } from "../../platform/sending.js";
import { Button } from "../../ui/Button.js";
import { ErrorSummary } from "../../ui/ErrorSummary.js";
import { Failure } from "../../ui/Failure.js";
import { TextField } from "../../ui/TextField.js";
import { consoleTexts } from "./console.texts.js";
import { signIn } from "./counter.api.js";

interface SignInFormProps {
  readonly onSignedIn: (clerk: ClerkView) => void;
}

export const SignInForm = ({ onSignedIn }: SignInFormProps) => {
  const t = useTexts(consoleTexts);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [attempt, setAttempt] = useState(0);
  const { isBusy, error, send, forgetError } = useSending();
  const missing = {
    email: email.trim() ? undefined : t("emailMissing"),
    password: password ? undefined : t("passwordMissing"),
  };
  const shown = attempt > 0 ? missing : { email: undefined, password: undefined };
  const errors = (["email", "password"] as const).flatMap((id) => (shown[id] ? [{ id, text: shown[id] }] : []));

  const submit = () => {
    setAttempt(attempt + 1);
    forgetError();
    if (missing.email || missing.password) return;
    send(() => signIn({ email: email.trim(), password }), onSignedIn);
  };

  return (
    <form
      class="console-sign-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {attempt > 0 && <ErrorSummary errors={errors} attempt={attempt} />}
      {error !== null && <Failure error={error} />}
      <TextField
        id="email"
        label={t("email")}
        type="email"
        autocomplete="username"
        value={email}
        error={shown.email}
        onInput={setEmail}
      />
      <TextField
        id="password"
        label={t("password")}
        type="password"
        autocomplete="current-password"
        value={password}
        error={shown.password}
        onInput={setPassword}
      />
      <Button look="primary" type="submit" isBusy={isBusy}>
        {t("signIn")}
      </Button>
    </form>
  );
};
