import type { BookedView } from "@balie/contract/appointments";
import { useEffect, useState } from "preact/hooks";
import { useLanguage, useLocalised, useTexts } from "../../platform/language.js";
import { randomUuid } from "../../platform/random.js";
import { Button, ButtonLink } from "../../ui/Button.js";
import { Facts } from "../../ui/Facts.js";
import { Heading } from "../../ui/Heading.js";
import { Icon } from "../../ui/Icon.js";
import { Notice } from "../../ui/Notice.js";
import { sayPin } from "../../ui/say-pin.js";
import { When } from "../../ui/When.js";
import { bookingTexts } from "./booking.texts.js";
import type { BookingFlow } from "./use-booking.js";
import type { WriteDown } from "./WriteDown.js";

export const BookedStep = ({ booked, tell }: BookingFlow & { booked: BookedView }) => {
  const t = useTexts(bookingTexts);
  const { appointment } = booked;
  // The same page under the address that this browser used: the link's host is what the municipality calls itself.
  const path = new URL(booked.link).pathname;
  return (
    <>
      <Heading of="booked">{t("bookedTitle")}</Heading>
      {appointment.citizen.email === null ? (
        <ToWriteDown {...booked} />
      ) : (
        <>
          <Notice kind="ok" icon="mail">
            <p>{t("mailGoesTo")}</p>
            <p class="balie-big">{appointment.citizen.email}</p>
            <p>{t("mailContains")}</p>
          </Notice>
          <BookedFacts {...booked} />
        </>
      )}
      <div class="balie-actions">
        <ButtonLink look="primary" href={path}>
          {t("toAppointment")}
        </ButtonLink>
        <ButtonLink href={`${path}/afspraak.ics`}>
          <Icon name="calendar" />
          {t("addToCalendar")}
        </ButtonLink>
        <Button look="subtle" onClick={() => tell({ type: "started_anew", requestId: randomUuid() })}>
          {t("bookAnother")}
        </Button>
      </div>
    </>
  );
};

/** Its code comes when it is wanted; the same in few words stands there until then, and where it can't be had. */
const ToWriteDown = (booked: BookedView) => {
  const { language } = useLanguage();
  const [part, setPart] = useState<{ Part: typeof WriteDown } | null>(null);
  useEffect(() => {
    import("./load-write-down.js")
      .then(({ loadWriteDown }) => loadWriteDown(language))
      .then(
        (Part) => setPart({ Part }),
        () => undefined,
      );
  }, []);
  return part ? <part.Part appointment={booked.appointment} /> : <BookedFacts {...booked} />;
};

const BookedFacts = ({ appointment }: BookedView) => {
  const { dialIn } = appointment;
  const t = useTexts(bookingTexts);
  const localised = useLocalised();
  const { bring, name } = appointment.service;
  return (
    <Facts
      facts={[
        { name: t("service"), value: localised(name) },
        {
          name: t("when"),
          value: (
            <strong>
              <When at={appointment.startsAt} timeZone={appointment.timeZone} />
            </strong>
          ),
        },
        { name: t("where"), value: dialIn ? t("whereDialIn", sayPin(dialIn)) : t("whereVideo") },
        bring && { name: t("bring"), value: localised(bring) },
      ]}
    />
  );
};
