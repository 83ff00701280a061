import type { AppointmentView } from "@balie/contract/appointments";
import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useNow } from "../../platform/now.js";
import { Lazy } from "../../ui/Lazy.js";
import { Ahead } from "./Ahead.js";
import type { CallStart } from "./Appointment.js";
import { type AppointmentStep, situationOf } from "./appointment.state.js";

const loadCancelled = async () => (await import("./Closed.js")).Cancelled;
const loadEnded = async () => (await import("./Closed.js")).Ended;
const loadMissed = async () => (await import("./Closed.js")).Missed;
const loadMove = async () => (await import("./Move.js")).Move;

export interface OverviewProps {
  readonly appointment: AppointmentView;
  readonly linkToken: string;
  readonly onChanged: (appointment: AppointmentView) => void;
  readonly onCall: (start: CallStart) => void;
  readonly survey: () => ComponentChild;
}

export const Overview = (props: OverviewProps) => {
  const now = useNow(15);
  const { step, go } = useStep();
  const [hasMoved, setMoved] = useState(false);
  const { appointment } = props;
  const situation = situationOf(appointment, now);
  if (situation === "cancelled_by_citizen" || situation === "cancelled_by_office")
    return <Lazy load={loadCancelled} props={{ appointment, by: situation }} />;
  if (situation === "ended") return <Lazy load={loadEnded} props={props} />;
  if (situation === "missed") return <Lazy load={loadMissed} props={{ appointment }} />;
  if (step === "overview" || !appointment.isChangeable)
    return <Ahead {...props} situation={situation} now={now} hasMoved={hasMoved} onMove={() => go("move")} />;
  const moved = (view: AppointmentView) => {
    props.onChanged(view);
    setMoved(true);
    history.back();
  };
  return <Lazy load={loadMove} props={{ ...props, onMoved: moved }} />;
};

/** Choosing another time is an entry in the browser's history: Back leads to the appointment. */
function useStep(): { step: AppointmentStep; go: (step: AppointmentStep) => void } {
  const [step, setStep] = useState<AppointmentStep>("overview");
  useEffect(() => {
    const visit = () => setStep((history.state as { step?: AppointmentStep } | null)?.step ?? "overview");
    visit();
    addEventListener("popstate", visit);
    return () => removeEventListener("popstate", visit);
  }, []);
  const go = (next: AppointmentStep) => {
    history.pushState({ step: next }, "");
    setStep(next);
  };
  return { step, go };
}
