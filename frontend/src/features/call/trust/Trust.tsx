import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import type { CallConnection, CallParticipant } from "../call.js";
import { callTexts } from "../call.texts.js";
import { isInWritingOnly, type Standing } from "../company/roster.rules.js";
import { useRole } from "../company/use-role.js";
import { type PeopleNews, peopleNews } from "./people-news.rules.js";
import { trustTexts } from "./trust.texts.js";

interface TrustProps {
  /** As the server says: who admitted. */
  readonly clerk: string;
  readonly counter: string;
  readonly municipality: string;
  readonly people: readonly CallParticipant[];
  readonly standing: Standing | null;
  readonly connection: CallConnection;
}

/** With whom the citizen speaks, by the server's word; that the room is closed; and who hears. */
export const Trust = ({ clerk, counter, municipality, people, standing, connection }: TrustProps) => {
  const t = useTexts(trustTexts);
  const c = useTexts(callTexts);
  const role = useRole();
  const name = (person: Pick<CallParticipant, "name">) => person.name || c("nameless");
  const news = useNews(people, connection);
  return (
    <div class="call-trust">
      <p>
        {t("with", { name: clerk, counter, municipality })} {t("closed")}
      </p>
      <details>
        <summary>{t("more")}</summary>
        <p>{t(people.length > 0 ? "onlyThese" : "nobody")}</p>
        {people.length > 0 && (
          <ul>
            {people.map((person) => (
              <li key={person.id}>
                {name(person)} ({role(person)}
                {isInWritingOnly(standing, person) && `, ${c("writesOnly")}`})
              </li>
            ))}
          </ul>
        )}
        <p>{t("how")}</p>
        <p>{t("vouched")}</p>
      </details>
      <p class="balie-small" role="status">
        {news.map(({ what, person }) => t(what, { name: name(person), role: role(person) })).join(" ")}
      </p>
    </div>
  );
};

const settlingMs = 1500;

/** Who came or went last. Told when it has settled: after a lost connection everybody present joins anew, one by one. */
const useNews = (people: readonly CallParticipant[], connection: CallConnection): readonly PeopleNews[] => {
  const [news, setNews] = useState<readonly PeopleNews[]>([]);
  const told = useRef<readonly CallParticipant[]>([]);
  useEffect(() => {
    if (connection !== "connected") return;
    const timer = setTimeout(() => {
      const changed = peopleNews(told.current, people);
      told.current = people;
      if (changed.length > 0) setNews(changed);
    }, settlingMs);
    return () => clearTimeout(timer);
  }, [people, connection]);
  return news;
};
