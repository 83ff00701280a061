import type { SlotView } from "@balie/contract/services";

/** The id of the first time on show, for an error summary. */
export const firstTimeId = "slot";

export interface SlotPickerProps {
  readonly serviceId: string;
  readonly value: SlotView | null;
  /** null: the chosen time is no longer offered. */
  readonly onChange: (slot: SlotView | null, timeZone: string) => void;
  readonly error?: string | undefined;
  /** The first day to show, where that is not today. */
  readonly firstDay?: string | null;
}
