import type { InterpreterVisit } from "@balie/contract/interpreter-page";
import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { ComponentChildren } from "preact";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { useNow } from "../../../platform/now.js";
import { Facts } from "../../../ui/Facts.js";
import { Heading } from "../../../ui/Heading.js";
import { MainWhen } from "../../../ui/When.js";
import { DeadEnd } from "../../call/own-link/DeadEnd.js";
import { Entrance } from "../../call/own-link/Entrance.js";
import type { OnStart } from "../../call/own-link/own-link.js";
import { ownLinkTexts } from "../../call/own-link/own-link.texts.js";
import { situationOf } from "../../call/own-link/situation.js";
import { visitingTexts } from "./visiting.texts.js";

interface VisitProps {
  readonly visit: InterpreterVisit;
  readonly onStart: OnStart;
  readonly children?: ComponentChildren;
}

/** Who asks, for which language and when; then the way in, or why there is none. Nothing of the citizen. */
export const Visit = ({ visit, onStart, children }: VisitProps) => {
  const t = useTexts(visitingTexts);
  const o = useTexts(ownLinkTexts);
  const { language: page } = useLanguage();
  const situation = situationOf(visit, useNow(15));
  const { municipality, startsAt, timeZone } = visit;
  if (situation === "early" || situation === "open" || situation === "running")
    return (
      <>
        <Heading of="visit">{t("title")}</Heading>
        <p>
          {o("you", { name: visit.name })}.{" "}
          {t("asks", { municipality: municipality.name, language: languageName(visit.language, page) })}
        </p>
        <Entrance meeting={visit} {...{ situation, onStart }} />
        <Facts
          facts={[
            { name: o("when"), value: <MainWhen at={startsAt} timeZone={timeZone} /> },
            { name: t("language"), value: languageName(visit.language, page) },
            { name: o("where"), value: t("whereVideo") },
          ]}
        />
        <p>{o("closed")}</p>
        {children}
      </>
    );
  const title = situation === "removed" || situation === "withdrawn" ? t(`${situation}Title`) : o(`${situation}Title`);
  const text =
    situation === "removed"
      ? t(situation, { name: municipality.name })
      : situation === "missed"
        ? o(situation)
        : t(situation);
  return <DeadEnd of={situation} title={title} text={text} />;
};
