import "./booking.css";
import type { ServiceView } from "@balie/contract/services";
import { useTexts } from "../../platform/language.js";
import { useLoaded } from "../../platform/loading.js";
import { useMunicipality } from "../../platform/municipality.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { Spinner } from "../../ui/Spinner.js";
import { BookedStep } from "./BookedStep.js";
import { loadServices } from "./booking.api.js";
import { bookingTexts } from "./booking.texts.js";
import { CheckStep } from "./CheckStep.js";
import { DetailsStep } from "./DetailsStep.js";
import { ServiceStep } from "./ServiceStep.js";
import { TimeStep } from "./TimeStep.js";
import { useBooking } from "./use-booking.js";

export interface StepProps extends ReturnType<typeof useBooking> {
  readonly service: ServiceView;
  readonly timeZone: string;
}

/** From a service to an appointment, in four steps. */
export const Booking = () => {
  const t = useTexts(bookingTexts);
  const flow = useBooking();
  const municipality = useMunicipality();
  const { loading, reload } = useLoaded("services", loadServices);
  if (flow.booking.booked) return <BookedStep booked={flow.booking.booked} {...flow} />;
  if (loading.state === "loading" || municipality.state === "loading")
    return <Unready>{<Spinner text={t("servicesLoading")} />}</Unready>;
  if (loading.state === "failed") return <Unready>{<Failure error={loading.error} onRetry={reload} />}</Unready>;
  if (municipality.state === "failed")
    return <Unready>{<Failure error={municipality.error} onRetry={() => globalThis.location.reload()} />}</Unready>;
  const service = loading.value.find(({ id }) => id === flow.booking.serviceId);
  if (flow.booking.step === "service" || !service) return <ServiceStep services={loading.value} {...flow} />;
  return <LaterStep {...flow} service={service} timeZone={municipality.value.timeZone} />;
};

const LaterStep = (props: StepProps) => {
  if (props.booking.step === "time") return <TimeStep {...props} />;
  if (props.booking.step === "details") return <DetailsStep {...props} />;
  return <CheckStep {...props} />;
};

const Unready = ({ children }: { children: preact.ComponentChildren }) => {
  const t = useTexts(bookingTexts);
  return (
    <>
      <Heading of="service">{t("title")}</Heading>
      {children}
    </>
  );
};
