import { Extra } from "../../../ui/easy/Extra.js";
import type { CallState } from "../call.state.js";
import { TextTools } from "./TextTools.js";
import type { TextSizeHandle } from "./text-size.js";
import { Writing } from "./Writing.js";
import type { WritingHandle } from "./writing-handle.js";

interface ChatToolsProps {
  readonly state: Pick<CallState, "connection" | "people" | "messages">;
  readonly size: TextSizeHandle;
  readonly writing: WritingHandle;
}

/** What an open chat has below its log. Loaded when the chat is opened. */
export const ChatTools = ({ state, size, writing }: ChatToolsProps) => (
  <>
    <Writing
      isConnected={state.connection === "connected" || state.connection === "interrupted"}
      readers={state.people.map(({ id }) => id).join()}
      writing={writing}
    />
    <Extra>
      <TextTools messages={state.messages} size={size} />
    </Extra>
  </>
);
