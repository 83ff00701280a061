/** Web storage that never throws: a browser may forbid it, and the page then works without memory. */
export interface Shelf<Value> {
  read(): Value | null;
  write(value: Value): void;
  clear(): void;
}

/** Kept for this tab only; survives a reload. */
export const tabShelf = <Value>(name: string): Shelf<Value> => shelf(() => sessionStorage, name);

/** Kept in this browser. */
export const browserShelf = <Value>(name: string): Shelf<Value> => shelf(() => localStorage, name);

/** Set while this tab is in the waiting room or the call of an appointment: a reload then returns without a click. */
export const joinMark = (appointmentId: string): { isSet(): boolean; set(): void; clear(): void } => {
  const mark = tabShelf<true>(`joined.${appointmentId}`);
  return { isSet: () => mark.read() === true, set: () => mark.write(true), clear: () => mark.clear() };
};

function shelf<Value>(storage: () => Storage, name: string): Shelf<Value> {
  const key = `balie.${name}`;
  return {
    read: () => attempt(() => JSON.parse(storage().getItem(key) ?? "null") as Value | null),
    write: (value) => void attempt(() => storage().setItem(key, JSON.stringify(value))),
    clear: () => void attempt(() => storage().removeItem(key)),
  };
}

function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
