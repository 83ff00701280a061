import type { AppointmentView } from "@balie/contract/appointments";
import type { ComponentChild, ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Refusal } from "../../platform/api.js";
import { useEasyMode } from "../../platform/easy-mode.js";
import { useTexts } from "../../platform/language.js";
import { type Loaded, useLoaded } from "../../platform/loading.js";
import { joinMark } from "../../platform/storage.js";
import { Failure } from "../../ui/Failure.js";
import { Heading, whileLoading } from "../../ui/Heading.js";
import { Spinner } from "../../ui/Spinner.js";
import { loadAppointment } from "./appointment.api.js";
import { tokenIn } from "./appointment.state.js";
import { appointmentTexts } from "./appointment.texts.js";
import { LinkUnknown } from "./LinkUnknown.js";
import { Overview } from "./Overview.js";

export type CallStart = "check" | "waiting" | "return";

export interface CallRequest {
  readonly linkToken: string;
  readonly appointment: AppointmentView;
  readonly start: CallStart;
  readonly onClose: () => void;
}

/** What the page's entry adds from other features. */
export interface AppointmentProps {
  /** Else the one in the address. */
  readonly linkToken?: string;
  readonly renderCall: (call: CallRequest) => ComponentChild;
  readonly renderSurvey: (linkToken: string) => ComponentChild;
}

/** The page behind the secret link. Opening it only reads; whatever changes something needs a click. */
export const Appointment = (props: AppointmentProps) => {
  const linkToken = props.linkToken ?? tokenIn(location.pathname);
  if (!linkToken) return <LinkUnknown />;
  return <KnownLink {...props} linkToken={linkToken} />;
};

const KnownLink = ({ linkToken, ...props }: AppointmentProps & { linkToken: string }) => {
  const loaded = useLoaded<AppointmentView>("appointment", (signal) => loadAppointment(linkToken, signal));
  useFreshOnReturn(loaded.reload);
  const { loading } = loaded;
  if (loading.state === "loading") return <Unready>{<Spinner />}</Unready>;
  if (loading.state === "loaded")
    return <Ready appointment={loading.value} loaded={loaded} linkToken={linkToken} {...props} />;
  const { error } = loading;
  if (error instanceof Refusal && (error.status === 404 || error.status === 401)) return <LinkUnknown />;
  return <Unready>{<Failure error={error} onRetry={loaded.reload} />}</Unready>;
};

interface ReadyProps extends AppointmentProps {
  readonly linkToken: string;
  readonly appointment: AppointmentView;
  readonly loaded: Loaded<AppointmentView>;
}

/** The call takes the place of the page while it lasts; after a reload during the call, at once. */
const Ready = ({ linkToken, appointment, loaded, renderCall, renderSurvey }: ReadyProps) => {
  const [call, setCall] = useState<CallStart | null>(() => (joinMark(appointment.id).isSet() ? "return" : null));
  const close = () => {
    setCall(null);
    loaded.reload("quietly");
  };
  if (call) return renderCall({ linkToken, appointment, start: call, onClose: close });
  return (
    <Overview
      appointment={appointment}
      linkToken={linkToken}
      onChanged={loaded.put}
      onCall={setCall}
      survey={() => renderSurvey(linkToken)}
    />
  );
};

/** Whoever comes back to the tab sees how things stand now: the office may have cancelled. */
function useFreshOnReturn(reload: (how: "quietly") => void): void {
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") reload("quietly");
    };
    document.addEventListener("visibilitychange", refresh);
    return () => document.removeEventListener("visibilitychange", refresh);
  }, [reload]);
}

/** At a kiosk another screen was there before: the focus goes along. */
const Unready = ({ children }: { children: ComponentChildren }) => {
  const t = useTexts(appointmentTexts);
  const { isKiosk } = useEasyMode();
  return (
    <>
      <Heading of={isKiosk ? "opening" : whileLoading}>{t("title")}</Heading>
      {children}
    </>
  );
};
