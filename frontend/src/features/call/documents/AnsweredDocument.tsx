import type { ComponentChildren } from "preact";
import { Icon } from "../../../ui/Icon.js";

/** A line is enough: the picture of the call needs the room. */
export const AnsweredDocument = ({ isSent = false, children }: { isSent?: boolean; children: ComponentChildren }) => (
  <p class="document-answered" role="status">
    <Icon name={isSent ? "check" : "cross"} /> {children}
  </p>
);
