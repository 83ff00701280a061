import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useTexts } from "../platform/language.js";
import { uiTexts } from "./texts.js";

let headingBefore: string | null = null;

/** The `of` of a page that waits for its first content. */
export const whileLoading = "loading";

interface HeadingProps {
  /** Names the step or state that this is the heading of. When it changes, the heading takes the focus, so that a screen
      reader announces the new step; the first one after loading does not: the reader starts at the top. */
  readonly of: string;
  /** For the window's title where the heading itself is not enough. */
  readonly title?: string;
  /** Something was filled in wrongly: the window's title says so first. */
  readonly hasError?: boolean;
  readonly children: string;
  readonly before?: ComponentChildren;
  /** The id of what is read with the heading when it takes the focus. */
  readonly describedBy?: string | undefined;
}

export const Heading = ({ of, title, hasError, children, before, describedBy }: HeadingProps) => {
  const t = useTexts(uiTexts);
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const whole = `${title ?? children} · ${t("productName")}`;
    document.title = hasError ? t("titleWithError", { title: whole }) : whole;
  }, [title, hasError, children, t]);
  // Before it is painted: else the page moves under a finger that is on its way to a button.
  useLayoutEffect(() => {
    if (headingBefore !== null && headingBefore !== of) {
      element.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    headingBefore = of === whileLoading ? null : of;
  }, [of]);
  return (
    <div class="balie-heading">
      {before}
      <h1 tabIndex={-1} ref={element} aria-describedby={describedBy}>
        {children}
      </h1>
    </div>
  );
};
