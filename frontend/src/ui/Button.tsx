import "@utrecht/button-css/dist/index.css";
import type { ComponentChildren } from "preact";

type Look = "primary" | "secondary" | "subtle" | "danger";

const looks: Record<Look, string> = {
  primary: "utrecht-button--primary-action",
  secondary: "utrecht-button--secondary-action",
  subtle: "utrecht-button--subtle",
  danger: "utrecht-button--primary-action utrecht-button--danger",
};

interface ButtonProps {
  readonly look?: Look;
  readonly type?: "button" | "submit";
  /** Shown as busy and deaf to clicks, but focusable: a button that vanishes from the tab order loses the reader's place. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly describedBy?: string | undefined;
  /** A key that does the same, in words for a screen reader. */
  readonly keyShortcut?: string;
  readonly class?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

export const Button = ({ look = "secondary", type = "button", isBusy = false, ...props }: ButtonProps) => (
  <button
    type={type}
    class={`utrecht-button ${looks[look]} ${isBusy ? "utrecht-button--busy" : ""} ${props.class ?? ""}`}
    aria-disabled={isBusy || undefined}
    aria-pressed={props.isPressed}
    aria-describedby={props.describedBy}
    aria-keyshortcuts={props.keyShortcut}
    disabled={props.isDisabled}
    onClick={(event) => {
      if (isBusy) event.preventDefault();
      else props.onClick?.();
    }}
  >
    {props.children}
  </button>
);

interface ButtonLinkProps {
  readonly href: string;
  readonly look?: Look;
  readonly isDownload?: boolean;
  readonly children: ComponentChildren;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export const ButtonLink = ({ href, look = "secondary", isDownload, children }: ButtonLinkProps) => (
  <a class={`utrecht-button balie-button-link ${looks[look]}`} href={href} download={isDownload}>
    {children}
  </a>
);
