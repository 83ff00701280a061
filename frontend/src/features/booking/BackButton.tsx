import { useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Icon } from "../../ui/Icon.js";
import { bookingTexts } from "./booking.texts.js";

/** The same as the browser's own button. */
export const BackButton = () => {
  const t = useTexts(bookingTexts);
  return (
    <Button look="subtle" class="balie-back" onClick={() => history.back()}>
      <Icon name="earlier" />
      {t("back")}
    </Button>
  );
};
