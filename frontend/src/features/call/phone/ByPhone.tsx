import type { ArrivalView } from "@balie/contract/meetings";
import { useTexts } from "../../../platform/language.js";
import { Heading } from "../../../ui/Heading.js";
import { Notice } from "../../../ui/Notice.js";
import { phoneTexts } from "./phone.texts.js";

/** The clerk has taken the meeting to the phone. */
export const ByPhone = ({ arrival }: { arrival: ArrivalView }) => {
  const t = useTexts(phoneTexts);
  return (
    <>
      <Heading of="phone">{t("title")}</Heading>
      <Notice kind="info">
        <p>{t("text", { number: arrival.phone?.number ?? "" })}</p>
        {arrival.clerk && <p>{t("clerk", { name: arrival.clerk.name })}</p>}
      </Notice>
      <p>{t("stay")}</p>
    </>
  );
};
