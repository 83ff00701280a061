import { Appointment } from "./features/appointments/appointment.entity.js";
import { Clerk } from "./features/clerks/clerk.entity.js";
import { ClerkCounter } from "./features/clerks/clerk-counter.entity.js";
import { ClerkSession } from "./features/clerks/clerk-session.entity.js";
import { WelcomeLink } from "./features/clerks/welcome-link.entity.js";
import { Closure } from "./features/counters/closure.entity.js";
import { Counter } from "./features/counters/counter.entity.js";
import { Municipality } from "./features/counters/municipality.entity.js";
import { OpeningHours } from "./features/counters/opening-hours.entity.js";
import { DeviceCheck } from "./features/device-checks/device-check.entity.js";
import { Document } from "./features/documents/document.entity.js";
import { DocumentContent } from "./features/documents/document-content.entity.js";
import { Arrival } from "./features/meetings/arrival.entity.js";
import { Meeting } from "./features/meetings/meeting.entity.js";
import { Occupant } from "./features/meetings/occupant.entity.js";
import { PhoneRequest } from "./features/meetings/phone-request.entity.js";
import { RoomOrder } from "./features/meetings/room-order.entity.js";
import { Outcome } from "./features/outcomes/outcome.entity.js";
import { Service } from "./features/services/service.entity.js";
import { Survey } from "./features/surveys/survey.entity.js";
import { First1795392000000 } from "./migrations/2026-11-23-first.js";
import { DeviceChecks1795532400000 } from "./migrations/2026-11-24-device-checks.js";
import { Documents1795514400000 } from "./migrations/2026-11-24-documents.js";
import { PhoneRequests1795533300000 } from "./migrations/2026-11-24-phone-requests.js";
import { StableKeys1795485600000 } from "./migrations/2026-11-24-stable-keys.js";
import { WelcomeLinks1795482000000 } from "./migrations/2026-11-24-welcome-links.js";
import { OutboxMessage } from "./platform/outbox/outbox-message.entity.js";

/** Everything that has a table, and the migrations that made it, in order. */
export const schema = {
  entities: [
    Appointment,
    Arrival,
    Clerk,
    ClerkCounter,
    ClerkSession,
    Closure,
    Counter,
    DeviceCheck,
    Document,
    DocumentContent,
    Meeting,
    Municipality,
    Occupant,
    OpeningHours,
    OutboxMessage,
    Outcome,
    PhoneRequest,
    RoomOrder,
    Service,
    Survey,
    WelcomeLink,
  ],
  migrations: [
    First1795392000000,
    WelcomeLinks1795482000000,
    StableKeys1795485600000,
    Documents1795514400000,
    DeviceChecks1795532400000,
    PhoneRequests1795533300000,
  ],
};
