/** What the citizen typed, as typed. */
export interface Details {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly isForOther: boolean;
  readonly otherName: string;
  /** Without internet: by a telephone call to the municipality. */
  readonly dialsIn: boolean;
  readonly question: string;
  readonly needsInterpreter: boolean;
  /** The language that is to be interpreted (ISO 639); empty: not chosen. */
  readonly interpreter: string;
}

export type DetailsField = "name" | "email" | "phone" | "otherName" | "question" | "interpreter";
export type DetailsFault = { readonly field: DetailsField; readonly fault: "missing" | "wrong" | "too_long" };

export const emptyDetails: Details = {
  name: "",
  email: "",
  phone: "",
  isForOther: false,
  otherName: "",
  dialsIn: false,
  question: "",
  needsInterpreter: false,
  interpreter: "",
};

export const maxQuestion = 1000;
const maxName = 120;
const maxEmail = 254;

/** Whoever has no e-mail can be told that something changes by telephone alone. */
export const needsPhone = ({ dialsIn, email }: Details): boolean => dialsIn && !email.trim();

/** In the order of the page. The same rules as bookAppointmentInput in the contract, whose schema is too heavy for the page; the server has the last word. */
export const faultsOf = (details: Details): DetailsFault[] => {
  const faults = [
    nameFault("name", details.name),
    details.isForOther && nameFault("otherName", details.otherName),
    emailFault(details.email.trim(), details.dialsIn),
    phoneFault(details.phone.trim(), needsPhone(details)),
    questionFault(details.question.trim()),
    details.needsInterpreter && !details.interpreter && { field: "interpreter" as const, fault: "missing" as const },
  ];
  return faults.filter((fault) => !!fault);
};

/** The page's field of each path that the server names in `invalid_input`. */
const fieldsByPath: Readonly<Record<string, DetailsField>> = {
  "citizen.name": "name",
  "citizen.email": "email",
  "citizen.phone": "phone",
  "concerns.name": "otherName",
  question: "question",
};

/** Empty when the server objects to something the citizen did not type. */
export const faultsFromServer = (paths: readonly string[]): DetailsFault[] =>
  paths.flatMap((path) => {
    const field = fieldsByPath[path];
    return field ? [{ field, fault: "wrong" as const }] : [];
  });

function nameFault(field: "name" | "otherName", typed: string): DetailsFault | false {
  const name = typed.trim();
  if (!name) return { field, fault: "missing" };
  if (name.length > maxName) return { field, fault: "too_long" };
  return /[\p{Cc}\u2028\u2029]/u.test(name) && { field, fault: "wrong" };
}

function emailFault(email: string, dialsIn: boolean): DetailsFault | false {
  if (!email) return !dialsIn && { field: "email", fault: "missing" };
  if (email.length > maxEmail) return { field: "email", fault: "too_long" };
  const isAddress =
    /^[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/.test(email) &&
    !/^\.|\.\./.test(email);
  return !isAddress && { field: "email", fault: "wrong" };
}

function phoneFault(phone: string, isNeeded: boolean): DetailsFault | false {
  if (!phone) return isNeeded && { field: "phone", fault: "missing" };
  return !/^\+?[0-9 ()./-]{6,30}$/.test(phone) && { field: "phone", fault: "wrong" };
}

/** Lines and tabs are text; other control characters, as pasted from some programs, are not. */
function questionFault(question: string): DetailsFault | false {
  if (question.length > maxQuestion) return { field: "question", fault: "too_long" };
  return !/^(?:[^\p{Cc}]|[\n\r\t])*$/u.test(question) && { field: "question", fault: "wrong" };
}
