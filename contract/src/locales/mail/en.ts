import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  greeting: "Hello {name},",
  closing: "Kind regards,",
  automatic: "This e-mail was sent automatically.",

  when: "{date} at {time} ({zone})",
  whenShort: "{date} at {time}",

  confirmedSubject: "Your video appointment with {municipality} on {when}",
  confirmedLead: "Your video appointment is booked.",
  movedSubject: "Your video appointment with {municipality} has moved to {when}",
  movedLead: "Your video appointment has moved. This is the new time:",
  cancelledSubject: "Your video appointment with {municipality} on {when} is cancelled",
  cancelledByCitizenLead: "You cancelled your video appointment. It will not take place.",
  cancelledByOfficeLead: "We have to cancel your video appointment. It will not take place. We are sorry.",
  cancelledHelp: "Do you still need an appointment? Then you can choose a new time.",
  bookAgain: "Book a new appointment",
  reminderDaySubject: "Reminder: your video appointment with {municipality} on {when}",
  reminderDayLead: "This is a reminder. You have a video appointment soon.",
  reminderHourSubject: "Your video appointment with {municipality} starts at {time}",
  reminderHourLead: "Your video appointment starts soon.",

  labelAbout: "About",
  labelWhen: "When",
  labelDuration: "Duration",
  duration: "{minutes} minutes",
  labelBring: "Keep at hand",

  openLink: "Go to my appointment",
  linkBelow: "Or copy this link:",
  linkIsSecret: "This link is only for you. Do not pass it on, except to someone who helps you.",

  howTitle: "How it works",
  howOpen: "Open the link on a computer, tablet or phone with a camera and a microphone.",
  howNoApp: "You need no app and no account.",
  howTest: "You can test your camera and sound in advance.",
  howWait: "Come a few minutes early. A member of staff will let you in.",

  changeTitle: "Can’t make it?",
  change: "With the same link you can move or cancel the appointment.",
  phoneTitle: "Having trouble?",
  phone: "Call us on {phone}.",
  calendarHint: "Attached is the appointment for your calendar.",
  calendarGone: "With the attachment, the appointment disappears from your calendar.",

  followUpSubject: "After your video appointment with {municipality}",
  followUpLead: "Thank you for your video appointment of {when}.",
  followUpMessage: "Message from our staff",
  followUpLinks: "Links from the call",
  followUpSurvey: "How was it for you?",
  followUpSurveyWhy: "Three short questions. Your answer helps us improve the counter.",
  openSurvey: "Answer the questions",

  calendarSummary: "Video appointment {municipality}",
  calendarAbout: "About: {service}",
  calendarBring: "Keep at hand: {bring}",
  calendarOpen: "Open this link to take part, to move or to cancel: {link}",
  calendarPhone: "Having trouble? Call {phone}.",
};
