import "./call.css";
import type { AppointmentView } from "@balie/contract/appointments";
import { CitizenScreens } from "./citizen/CitizenScreens.js";

export interface CitizenCallProps {
  readonly linkToken: string;
  readonly appointment: AppointmentView;
  /** `check`: the device check first. `waiting`: to the waiting room. `return`: a reload of somebody who was already there. */
  readonly start: "check" | "waiting" | "return";
  readonly onClose: (why: "left" | "ended" | "back") => void;
}

/** The citizen's side, from the device check to hanging up. Loaded, with its texts, when it is wanted. */
export const CitizenCall = (props: CitizenCallProps) => <CitizenScreens {...props} />;
