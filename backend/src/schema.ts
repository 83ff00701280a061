import { Appointment } from "./features/appointments/appointment.entity.js";
import { Clerk } from "./features/clerks/clerk.entity.js";
import { ClerkCounter } from "./features/clerks/clerk-counter.entity.js";
import { ClerkSession } from "./features/clerks/clerk-session.entity.js";
import { WelcomeLink } from "./features/clerks/welcome-link.entity.js";
import { Colleague } from "./features/company/colleague.entity.js";
import { Closure } from "./features/counters/closure.entity.js";
import { Counter } from "./features/counters/counter.entity.js";
import { Municipality } from "./features/counters/municipality.entity.js";
import { OpeningHours } from "./features/counters/opening-hours.entity.js";
import { DeviceCheck } from "./features/device-checks/device-check.entity.js";
import { DialIn } from "./features/dial-in/dial-in.entity.js";
import { PinMiss } from "./features/dial-in/pin-miss.entity.js";
import { Document } from "./features/documents/document.entity.js";
import { DocumentContent } from "./features/documents/document-content.entity.js";
import { Helper } from "./features/helpers/helper.entity.js";
import { Interpreter } from "./features/interpreters/interpreter.entity.js";
import { InterpreterCall } from "./features/interpreting/interpreter-call.entity.js";
import { InterpreterLink } from "./features/interpreting/interpreter-link.entity.js";
import { InterpreterRequest } from "./features/interpreting/interpreter-request.entity.js";
import { Arrival } from "./features/meetings/arrival.entity.js";
import { Guest } from "./features/meetings/guest.entity.js";
import { Handover } from "./features/meetings/handover.entity.js";
import { Meeting } from "./features/meetings/meeting.entity.js";
import { Occupant } from "./features/meetings/occupant.entity.js";
import { PhoneRequest } from "./features/meetings/phone-request.entity.js";
import { RoomOrder } from "./features/meetings/room-order.entity.js";
import { Outcome } from "./features/outcomes/outcome.entity.js";
import { InterpreterReservation } from "./features/reservations/interpreter-reservation.entity.js";
import { Service } from "./features/services/service.entity.js";
import { Survey } from "./features/surveys/survey.entity.js";
import { TestCall } from "./features/test-calls/test-call.entity.js";
import { First1795392000000 } from "./migrations/2026-11-23-first.js";
import { DeviceChecks1795532400000 } from "./migrations/2026-11-24-device-checks.js";
import { Documents1795514400000 } from "./migrations/2026-11-24-documents.js";
import { PhoneRequests1795533300000 } from "./migrations/2026-11-24-phone-requests.js";
import { StableKeys1795485600000 } from "./migrations/2026-11-24-stable-keys.js";
import { WelcomeLinks1795482000000 } from "./migrations/2026-11-24-welcome-links.js";
import { Callers1795784400000 } from "./migrations/2026-11-27-callers.js";
import { CallersWithoutMail1795790200000 } from "./migrations/2026-11-27-callers-without-mail.js";
import { Colleagues1795759200000 } from "./migrations/2026-11-27-colleagues.js";
import { DialIns1795780800000 } from "./migrations/2026-11-27-dial-ins.js";
import { GivenDocuments1795762800000 } from "./migrations/2026-11-27-given-documents.js";
import { Guests1795758300000 } from "./migrations/2026-11-27-guests.js";
import { Handovers1795786000000 } from "./migrations/2026-11-27-handovers.js";
import { Helpers1795761900000 } from "./migrations/2026-11-27-helpers.js";
import { InterpreterLinks1795788460000 } from "./migrations/2026-11-27-interpreter-links.js";
import { InterpreterMails1795790100000 } from "./migrations/2026-11-27-interpreter-mails.js";
import { Interpreters1795776000000 } from "./migrations/2026-11-27-interpreters.js";
import { Interpreting1795778100000 } from "./migrations/2026-11-27-interpreting.js";
import { InvoicedCalls1795783600000 } from "./migrations/2026-11-27-invoiced-calls.js";
import { KioskCodes1795759700000 } from "./migrations/2026-11-27-kiosk-codes.js";
import { PreparedPages1795760100000 } from "./migrations/2026-11-27-prepared-pages.js";
import { Reservations1795780920000 } from "./migrations/2026-11-27-reservations.js";
import { SilencedInterpreters1795783000000 } from "./migrations/2026-11-27-silenced-interpreters.js";
import { TestCalls1795790000000 } from "./migrations/2026-11-27-test-calls.js";
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
    Colleague,
    Counter,
    DeviceCheck,
    DialIn,
    Document,
    DocumentContent,
    Guest,
    Handover,
    Helper,
    Interpreter,
    InterpreterCall,
    InterpreterLink,
    InterpreterRequest,
    InterpreterReservation,
    Meeting,
    Municipality,
    Occupant,
    OpeningHours,
    OutboxMessage,
    Outcome,
    PhoneRequest,
    PinMiss,
    RoomOrder,
    Service,
    Survey,
    TestCall,
    WelcomeLink,
  ],
  migrations: [
    First1795392000000,
    WelcomeLinks1795482000000,
    StableKeys1795485600000,
    Documents1795514400000,
    DeviceChecks1795532400000,
    PhoneRequests1795533300000,
    Guests1795758300000,
    Colleagues1795759200000,
    KioskCodes1795759700000,
    PreparedPages1795760100000,
    Helpers1795761900000,
    GivenDocuments1795762800000,
    Interpreters1795776000000,
    Interpreting1795778100000,
    DialIns1795780800000,
    Reservations1795780920000,
    SilencedInterpreters1795783000000,
    InvoicedCalls1795783600000,
    Callers1795784400000,
    Handovers1795786000000,
    InterpreterLinks1795788460000,
    TestCalls1795790000000,
    InterpreterMails1795790100000,
    CallersWithoutMail1795790200000,
  ],
};
