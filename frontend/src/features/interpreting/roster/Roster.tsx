import "./roster.css";
import type { ClerkView } from "@balie/contract/clerks";
import type { InterpreterView } from "@balie/contract/interpreters";
import { useCallback, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { ButtonLink } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading } from "../../../ui/Heading.js";
import { Spinner } from "../../../ui/Spinner.js";
import { ImportFile } from "./ImportFile.js";
import { InterpreterForm } from "./InterpreterForm.js";
import { RosterList } from "./RosterList.js";
import { fetchRoster } from "./roster.api.js";
import { rosterTexts } from "./roster.texts.js";
import { inOrder, withInterpreter } from "./roster.view.js";
import { useTestCalls } from "./use-test-calls.js";

type View = { readonly kind: "list" | "import" | "add" } | { readonly kind: "change"; readonly of: InterpreterView };

const list: View = { kind: "list" };

/** The roster of interpreters, for administrators. */
export const Roster = ({ clerk }: { readonly clerk: ClerkView }) => {
  const t = useTexts(rosterTexts);
  if (clerk.role === "admin") return <OwnRoster timeZone={clerk.municipality.timeZone} />;
  return (
    <>
      <Heading of="refused">{t("title")}</Heading>
      <p>{t("onlyAdministrators")}</p>
      <ButtonLink href="/console">{t("toConsole")}</ButtonLink>
    </>
  );
};

const OwnRoster = ({ timeZone }: { readonly timeZone: string }) => {
  const t = useTexts(rosterTexts);
  const [view, setView] = useState<View>(list);
  /** What was done last. */
  const [done, setDone] = useState<string | null>(null);
  const { loading, reload, put } = useLoaded("roster", async (signal) => (await fetchRoster(signal)).interpreters);
  const reloadQuietly = useCallback(() => reload("quietly"), [reload]);
  const tests = useTestCalls(reloadQuietly);
  if (loading.state === "loading") return <Spinner text={t("loading")} />;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;

  const roster = loading.value;
  const goTo = (next: View) => {
    setDone(null);
    setView(next);
  };
  const tell = (what: string) => {
    setDone(what);
    setView(list);
  };
  const keep = (interpreter: InterpreterView, what: string) => {
    put([...inOrder(withInterpreter(roster, interpreter))]);
    tell(what);
  };
  if (view.kind === "add" || view.kind === "change")
    return (
      <InterpreterForm
        known={view.kind === "change" ? view.of : null}
        onKept={keep}
        onRemoved={(rest, what) => {
          put(rest);
          tell(what);
        }}
        onCancel={() => goTo(list)}
      />
    );
  if (view.kind === "import")
    return (
      <ImportFile
        onImported={(what) => {
          reload("quietly");
          tell(what);
        }}
        onCancel={() => goTo(list)}
      />
    );
  return (
    <RosterList
      {...{ roster, timeZone, done, tests }}
      onAdd={() => goTo({ kind: "add" })}
      onImport={() => goTo({ kind: "import" })}
      onChange={(of) => goTo({ kind: "change", of })}
      onSwitched={(interpreter, what) => {
        // In its place, so that the button keeps the focus.
        put([...withInterpreter(roster, interpreter)]);
        setDone(what);
      }}
    />
  );
};
