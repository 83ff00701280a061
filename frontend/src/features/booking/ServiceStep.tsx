import type { ServiceView } from "@balie/contract/services";
import { useLocalised, useTexts } from "../../platform/language.js";
import { randomUuid } from "../../platform/random.js";
import { Heading } from "../../ui/Heading.js";
import { Icon } from "../../ui/Icon.js";
import { Notice } from "../../ui/Notice.js";
import { Steps } from "../../ui/Steps.js";
import { bookingTexts } from "./booking.texts.js";
import type { BookingFlow } from "./use-booking.js";

export const ServiceStep = ({ services, tell }: BookingFlow & { services: readonly ServiceView[] }) => {
  const t = useTexts(bookingTexts);
  const choose = (serviceId: string) => tell({ type: "service_chosen", serviceId, requestId: randomUuid() });
  return (
    <>
      <Heading of="service" before={<Steps step={1} steps={4} />}>
        {t("title")}
      </Heading>
      <p>{t("intro")}</p>
      <h2>{t("chooseService")}</h2>
      {services.length === 0 && (
        <Notice kind="info">
          <p>{t("noServices")}</p>
        </Notice>
      )}
      <ul class="balie-services">
        {services.map((service) => (
          <li key={service.id}>
            <ServiceButton service={service} onChoose={() => choose(service.id)} />
          </li>
        ))}
      </ul>
    </>
  );
};

const ServiceButton = ({ service, onChoose }: { service: ServiceView; onChoose: () => void }) => {
  const t = useTexts(bookingTexts);
  const localised = useLocalised();
  return (
    <button type="button" class="balie-service" onClick={onChoose}>
      <span>
        <strong>{localised(service.name)}</strong>{" "}
        <span class="balie-service-about">{localised(service.description)}</span>{" "}
        <span class="balie-choice-note">
          {t("aboutMinutes", { minutes: service.durationMinutes })} · {localised(service.counterName)}
        </span>
      </span>
      <Icon name="later" />
    </button>
  );
};
