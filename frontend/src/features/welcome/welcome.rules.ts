export type WelcomeField = "name" | "password";
export type WelcomeFault =
  | "nameMissing"
  | "nameTooLong"
  | "nameWrong"
  | "passwordMissing"
  | "passwordTooShort"
  | "passwordTooLong";

const maxName = 120;
const leastPassword = 12;
const maxPassword = 200;

/** The same rules as acceptWelcomeInput in the contract, whose schema is too heavy for the page; the server has the last word. */
export const faultsOf = (
  typed: Readonly<Record<WelcomeField, string>>,
): Partial<Record<WelcomeField, WelcomeFault>> => {
  const name = nameFault(typed.name.trim());
  const password = passwordFault(typed.password);
  return { ...(name && { name }), ...(password && { password }) };
};

function nameFault(name: string): WelcomeFault | null {
  if (!name) return "nameMissing";
  if (lengthOf(name) > maxName) return "nameTooLong";
  return /[\p{Cc}\u2028\u2029]/u.test(name) ? "nameWrong" : null;
}

function passwordFault(password: string): WelcomeFault | null {
  if (!password) return "passwordMissing";
  if (lengthOf(password) < leastPassword) return "passwordTooShort";
  return lengthOf(password) > maxPassword ? "passwordTooLong" : null;
}

/** In characters as people and the contract's schema count them, not in UTF-16 units. */
const lengthOf = (text: string): number => [...text].length;
