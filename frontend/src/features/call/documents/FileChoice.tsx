import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Button } from "../../../ui/Button.js";
import { offeredFiles } from "./file.rules.js";

interface FileChoiceProps {
  readonly look?: "primary" | "secondary";
  readonly what: string;
  readonly onChosen: (file: File) => void;
  readonly children: ComponentChildren;
}

/** The browser's own file field cannot be made large: a button of ours opens it. */
export const FileChoice = ({ look = "secondary", what, onChosen, children }: FileChoiceProps) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onClick={() => field.current?.click()}>
        {children}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        accept={offeredFiles}
        aria-label={what}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file again is a choice too.
          currentTarget.value = "";
          if (file) onChosen(file);
        }}
      />
    </>
  );
};
