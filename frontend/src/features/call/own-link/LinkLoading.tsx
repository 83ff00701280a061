import type { ComponentChildren } from "preact";
import { Refusal } from "../../../platform/api.js";
import type { Loaded } from "../../../platform/loading.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading, whileLoading } from "../../../ui/Heading.js";
import { Spinner } from "../../../ui/Spinner.js";

/** By the refusal's code. */
export type DeadEnds = Readonly<Record<string, ComponentChildren>>;

interface LinkLoadingProps extends Pick<Loaded<unknown>, "loading" | "reload"> {
  readonly title: string;
  readonly text?: string;
  readonly deadEnds: DeadEnds;
}

/** Until what a link leads to is there, or why it can't be. */
export const LinkLoading = ({ loading, reload, title, text, deadEnds }: LinkLoadingProps) => {
  const error = loading.state === "failed" ? loading.error : null;
  const deadEnd = error instanceof Refusal ? deadEnds[error.code] : undefined;
  if (deadEnd) return <>{deadEnd}</>;
  return (
    <>
      <Heading of={whileLoading}>{title}</Heading>
      {error ? <Failure error={error} onRetry={reload} /> : <Spinner {...(text ? { text } : {})} />}
    </>
  );
};
