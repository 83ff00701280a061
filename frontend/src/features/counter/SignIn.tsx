import type { ClerkView } from "@balie/contract/clerks";
import { useTexts } from "../../platform/language.js";
import { Heading } from "../../ui/Heading.js";
import { Notice } from "../../ui/Notice.js";
import { consoleTexts } from "./console.texts.js";
import { SignInForm } from "./SignInForm.js";

interface SignInProps {
  readonly wasSignedOut: boolean;
  readonly onSignedIn: (clerk: ClerkView) => void;
}

export const SignIn = ({ wasSignedOut, onSignedIn }: SignInProps) => {
  const t = useTexts(consoleTexts);
  return (
    <>
      <Heading of="sign-in">{t("signInTitle")}</Heading>
      <p>{t("signInIntro")}</p>
      {wasSignedOut && (
        <Notice kind="warning" isAnnounced>
          <p>{t("signedOutNotice")}</p>
        </Notice>
      )}
      <SignInForm onSignedIn={onSignedIn} />
    </>
  );
};
