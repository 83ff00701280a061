/** What a spreadsheet would take for a formula (OWASP, CSV injection; full-width signs too), or for a number or a date: "0042" would lose its zeros, "1-2" become the first of February. */
const isTaken = /^'*[=+\-@\t\r\d\uFF1D\uFF0B\uFF0D\uFF20]/;
const isGuarded = /^'+[=+\-@\t\r\d\uFF1D\uFF0B\uFF0D\uFF20]/;

/** An apostrophe in front keeps it text; spreadsheets show it, and `unguarded` takes it away again. For text that people write freely: what has a form of its own can't begin so. */
export const guarded = (text: string): string => (isTaken.test(text) ? `'${text}` : text);

/** A name like "'t Huis" keeps its own apostrophe. */
export const unguarded = (cell: string): string => (isGuarded.test(cell) ? cell.slice(1) : cell);
