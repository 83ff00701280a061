import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { keepFocus } from "./keep-focus.js";

interface DialogProps {
  readonly title: string;
  /** Escape, or whatever closes it without a choice. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A native modal dialog, open while it is drawn; the browser keeps the focus inside. Whatever opened it gets the focus back: the browser
    does that only for a dialog that is still in the page, and by then it is gone. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      keepFocus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class="balie-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} tabIndex={-1} autofocus>
        {title}
      </h2>
      {children}
    </dialog>
  );
};
