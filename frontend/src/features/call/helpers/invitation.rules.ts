import type { HelperRelation } from "@balie/contract/helpers";

/** What the citizen typed, as typed. */
export interface Draft {
  readonly name: string;
  readonly relation: HelperRelation | null;
  readonly email: string;
  readonly hasConsented: boolean;
}
export type DraftField = "name" | "relation" | "email" | "consent";

export const emptyDraft: Draft = { name: "", relation: null, email: "", hasConsented: false };

/** In the order of the form. The server has the last word on the address. `needsMail`: there is no other way to hand the link on. */
export const faultsOf = ({ name, relation, email, hasConsented }: Draft, needsMail: boolean): readonly DraftField[] => {
  const faults: (DraftField | false)[] = [
    !name.trim() && "name",
    relation === null && "relation",
    (needsMail || email.trim() !== "") && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim()) && "email",
    !hasConsented && "consent",
  ];
  return faults.filter((fault) => fault !== false);
};

/** What the server objected to, by the paths that it names. */
export const faultsFromServer = (paths: readonly string[]): readonly DraftField[] =>
  (["name", "relation", "email"] as const).filter((field) => paths.includes(field));
