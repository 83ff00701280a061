import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Dialog } from "../../ui/Dialog.js";
import { Notice } from "../../ui/Notice.js";
import { consoleTexts } from "./console.texts.js";
import { SignInForm } from "./SignInForm.js";
import type { useSession } from "./use-session.js";

/** The session ended while a call or its outcome is open: that goes on behind this. */
export const SessionNotice = ({ session }: { session: ReturnType<typeof useSession> }) => {
  const t = useTexts(consoleTexts);
  if (session.stage === "on") return null;
  return (
    <>
      <Notice kind="warning" isAnnounced>
        <p>{t("signInAgainText")}</p>
        <Button look="primary" onClick={session.ask}>
          {t("signInAgain")}
        </Button>
      </Notice>
      {session.stage === "asking" && (
        <Dialog title={t("signInAgain")} onClose={session.putOff}>
          <p>{t("signInAgainText")}</p>
          <SignInForm onSignedIn={session.signedIn} />
          <Button look="subtle" onClick={session.putOff}>
            {t("signInLater")}
          </Button>
        </Dialog>
      )}
    </>
  );
};
