/** How loud it seems, for whoever cannot see the bar move. */
export type LevelWord = "levelSilent" | "levelSoft" | "levelGood" | "levelLoud";

export const levelWord = (level: number): LevelWord => {
  if (level < 0.03) return "levelSilent";
  if (level < 0.15) return "levelSoft";
  return level < 0.8 ? "levelGood" : "levelLoud";
};

/** Falls slowly: a word that changes with every syllable can't be read. */
export const heldLevel = (before: number, level: number): number => Math.max(level, before * 0.85);
