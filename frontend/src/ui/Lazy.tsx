import type { ComponentType } from "preact";
import { type Area, loadAreas, useLanguage } from "../platform/language.js";
import { useLoaded } from "../platform/loading.js";
import { Failure } from "./Failure.js";
import { Fence } from "./Fence.js";
import { Spinner } from "./Spinner.js";

export interface LazyProps<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** The texts it reads, fetched beside its code. */
  // biome-ignore lint/suspicious/noExplicitAny: areas of every kind of texts.
  readonly areas?: readonly Area<any>[];
  readonly props: Props;
  readonly text?: string;
  /** Nothing stands in its place while it comes, or when it can't: what is there already has to do. */
  readonly isExtra?: boolean;
}

/** A part of the page whose code comes only when it is wanted. */
export const Lazy = <Props extends object>({ load, areas = [], props, text, isExtra = false }: LazyProps<Props>) => {
  const { language } = useLanguage();
  const { loading } = useLoaded("code", async () => (await Promise.all([load(), loadAreas(areas, language)]))[0]);
  if (isExtra && loading.state !== "loaded") return null;
  if (loading.state === "loading") return <Spinner {...(text ? { text } : {})} />;
  // A browser may remember that a module failed: only a fresh page surely asks again.
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={() => location.reload()} />;
  const Loaded = loading.value;
  return (
    <Fence>
      <Loaded {...props} />
    </Fence>
  );
};
