import type { ComponentType } from "preact";
import { type Area, loadAreas, useLanguage } from "../platform/language.js";
import { useLoaded } from "../platform/loading.js";
import { Failure } from "./Failure.js";
import { Spinner } from "./Spinner.js";

interface LazyProps<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** The texts it reads, fetched beside its code. */
  // biome-ignore lint/suspicious/noExplicitAny: areas of every kind of texts.
  readonly areas?: readonly Area<any>[];
  readonly props: Props;
  readonly text?: string;
}

/** A part of the page whose code comes only when it is wanted. */
export const Lazy = <Props extends object>({ load, areas = [], props, text }: LazyProps<Props>) => {
  const { language } = useLanguage();
  const { loading } = useLoaded("code", async () => (await Promise.all([load(), loadAreas(areas, language)]))[0]);
  if (loading.state === "loading") return <Spinner {...(text ? { text } : {})} />;
  // A browser may remember that a module failed: only a fresh page surely asks again.
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={() => location.reload()} />;
  const Loaded = loading.value;
  return <Loaded {...props} />;
};
