import { useEffect, useState } from "preact/hooks";

type Languages = typeof import("./InterpreterLanguages.js");

interface NeededLanguageProps {
  readonly value: string;
  readonly error?: string | undefined;
  /** Left out: only its name. */
  readonly onChoose?: (language: string) => void;
}

/** The names of all languages weigh as much as a step of this page, and few need them: they come when they are wanted. */
export const NeededLanguage = ({ value, error, onChoose }: NeededLanguageProps) => {
  const [languages, setLanguages] = useState<Languages | null>(null);
  useEffect(() => {
    import("./InterpreterLanguages.js").then(setLanguages, () => undefined);
  }, []);
  if (!languages) return null;
  const { InterpreterField, InterpreterName } = languages;
  return onChoose ? <InterpreterField {...{ value, error, onChoose }} /> : <InterpreterName code={value} />;
};
