import { Appointment } from "./features/appointments/appointment.entity.js";
import { Clerk } from "./features/clerks/clerk.entity.js";
import { ClerkCounter } from "./features/clerks/clerk-counter.entity.js";
import { ClerkSession } from "./features/clerks/clerk-session.entity.js";
import { WelcomeLink } from "./features/clerks/welcome-link.entity.js";
import { Closure } from "./features/counters/closure.entity.js";
import { Counter } from "./features/counters/counter.entity.js";
import { Municipality } from "./features/counters/municipality.entity.js";
import { OpeningHours } from "./features/counters/opening-hours.entity.js";
import { Document } from "./features/documents/document.entity.js";
import { DocumentContent } from "./features/documents/document-content.entity.js";
import { Arrival } from "./features/meetings/arrival.entity.js";
import { Meeting } from "./features/meetings/meeting.entity.js";
import { Occupant } from "./features/meetings/occupant.entity.js";
import { RoomOrder } from "./features/meetings/room-order.entity.js";
import { Outcome } from "./features/outcomes/outcome.entity.js";
import { Service } from "./features/services/service.entity.js";
import { Survey } from "./features/surveys/survey.entity.js";
import { First1795392000000 } from "./migrations/2026-11-23-first.js";
import { Documents1795514400000 } from "./migrations/2026-11-24-documents.js";
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
    Document,
    DocumentContent,
    Meeting,
    Municipality,
    Occupant,
    OpeningHours,
    OutboxMessage,
    Outcome,
    RoomOrder,
    Service,
    Survey,
    WelcomeLink,
  ],
  migrations: [First1795392000000, WelcomeLinks1795482000000, StableKeys1795485600000, Documents1795514400000],
};
