/** Those of a year and a month back, the month of `date` (2026-11-27) first, as "2026-11". */
export const monthsUntil = (date: string): readonly string[] => {
  const [year, month] = date.split("-").map(Number) as [number, number, number];
  return Array.from({ length: 13 }, (_, back) => new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7));
};
