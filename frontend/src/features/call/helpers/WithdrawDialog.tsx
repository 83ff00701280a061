import type { InvitedHelper } from "@balie/contract/helpers";
import { useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { helperTexts } from "./helper.texts.js";
import { withdrawHelper } from "./helpers.api.js";

interface WithdrawDialogProps {
  readonly helper: InvitedHelper;
  readonly linkToken: string;
  readonly onWithdrawn: (left: readonly InvitedHelper[]) => void;
  readonly onClose: () => void;
}

export const WithdrawDialog = ({ helper, linkToken, onWithdrawn, onClose }: WithdrawDialogProps) => {
  const t = useTexts(helperTexts);
  const { isBusy, error, send } = useSending();
  const { id, name } = helper;
  const withdraw = () => send(() => withdrawHelper(linkToken, id), onWithdrawn);
  return (
    <Dialog title={t("withdrawTitle", { name })} onClose={onClose}>
      <p>{t("withdrawMeans", { name })}</p>
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        <Button look="danger" isBusy={isBusy} onClick={withdraw}>
          {t("withdrawYes")}
        </Button>
        <Button onClick={onClose}>{t("withdrawNo")}</Button>
      </div>
    </Dialog>
  );
};
