/** A working day, so that nobody signs in twice in it; a forgotten browser is signed out by the next. */
export const sessionHours = 12;

export const sessionEndsAt = (now: Date): Date => new Date(now.getTime() + sessionHours * 3_600_000);
