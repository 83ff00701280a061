import "@utrecht/alert-css/dist/index.css";
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.js";

type Kind = "info" | "ok" | "warning" | "error";

const icons: Record<Kind, IconName> = { info: "clock", ok: "check", warning: "warning", error: "warning" };

interface NoticeProps {
  readonly id?: string;
  readonly kind: Kind;
  readonly icon?: IconName;
  /** Read out as soon as it appears: politely, or at once for an error. Leave out for what stands there from the start. */
  readonly isAnnounced?: boolean;
  readonly children: ComponentChildren;
}

export const Notice = ({ id, kind, icon = icons[kind], isAnnounced, children }: NoticeProps) => (
  <div
    id={id}
    class={`utrecht-alert utrecht-alert--${kind} balie-notice`}
    role={isAnnounced ? (kind === "error" ? "alert" : "status") : undefined}
  >
    <div class="utrecht-alert__icon">
      <Icon name={icon} />
    </div>
    <div class="utrecht-alert__content balie-notice-content">{children}</div>
  </div>
);
