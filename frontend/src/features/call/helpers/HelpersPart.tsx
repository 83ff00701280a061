import "./helpers.css";
import { useState } from "preact/hooks";
import { Lazy } from "../../../ui/Lazy.js";
import type { HelpersProps } from "./Helpers.js";
import { helperTexts } from "./helper.texts.js";

const load = async () => (await import("./Helpers.js")).Helpers;

/** Folded until somebody wants it; only then is it fetched. */
export const HelpersPart = ({ title, ...props }: HelpersProps & { readonly title: string }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="helpers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <Lazy load={load} areas={[helperTexts]} props={props} />}
    </details>
  );
};
