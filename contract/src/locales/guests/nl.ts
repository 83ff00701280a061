/** Who is in a call beside the citizen and the clerk who leads: what everybody there reads. */
export const nl = {
  noBridge:
    "Hier is geen videobrug. Daarom zijn beeld en geluid er maar voor twee mensen. U ziet en hoort niet: {names}. In de chat kunt u wel met elkaar typen.",
  isRung: "We wachten op een tolk aan de telefoon: {language}.",
  isExpected: "We wachten op een tolk met video: {language}.",
  isSeen: "{name} tolkt: {language}.",
  isIn: "{name} tolkt: {language}. De tolk hoort mee via de telefoon.",
  isUnheard: "{name} tolkt: {language}. Hier is geen videobrug. Daarom horen u en de tolk elkaar niet.",
  tileRole: "tolk {language}, via de telefoon",
  tileUnheard: "hier niet te horen",
  tileSilenced: "is nu niet te horen",
  tileSpeaks: "is aan het woord",
} as const;
