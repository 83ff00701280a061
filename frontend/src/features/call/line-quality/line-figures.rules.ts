/** What a browser has counted of one connection since its beginning (W3C webrtc-stats), both kinds together. Times in ms. */
export type LineCounts = {
  readonly received: number;
  readonly lost: number;
  readonly samples: number;
  /** Samples of sound that were made up because nothing came. */
  readonly concealed: number;
  readonly roundTripMs: number | null;
  /** Our picture is made smaller because the line carries no more. */
  readonly isHeldBack: boolean;
};

/** How the line was between two looks. Shares from 0 to 1. */
export type LineFigures = {
  readonly loss: number;
  readonly concealed: number;
  readonly roundTripMs: number | null;
  readonly isHeldBack: boolean;
  readonly isSilent: boolean;
};

type Report = Readonly<Record<string, unknown>> & { readonly type: string };

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

export const countsIn = (reports: Iterable<Report>): LineCounts => {
  const counts = { received: 0, lost: 0, samples: 0, concealed: 0, isHeldBack: false };
  let roundTripMs: number | null = null;
  for (const report of reports) {
    if (report.type === "inbound-rtp") {
      counts.received += number(report["packetsReceived"]);
      counts.lost += number(report["packetsLost"]);
      counts.samples += number(report["totalSamplesReceived"]);
      // What the other side did not send is silence, and no fault of the line.
      counts.concealed += number(report["concealedSamples"]) - number(report["silentConcealedSamples"]);
    }
    if (report.type === "outbound-rtp" && report["qualityLimitationReason"] === "bandwidth") counts.isHeldBack = true;
    const isInUse = report.type === "candidate-pair" && report["nominated"] === true;
    if (isInUse && typeof report["currentRoundTripTime"] === "number")
      roundTripMs = Math.round(report["currentRoundTripTime"] * 1000);
  }
  return { ...counts, roundTripMs };
};

/** null: nothing can be said, as after a new connection took the old one's place. */
export const figuresBetween = (before: LineCounts, now: LineCounts): LineFigures | null => {
  const [received, lost] = [now.received - before.received, now.lost - before.lost];
  const [samples, concealed] = [now.samples - before.samples, now.concealed - before.concealed];
  if (received < 0 || samples < 0) return null;
  return {
    // Packets that come late take a loss back.
    loss: share(Math.max(0, lost), received + Math.max(0, lost)),
    concealed: share(Math.max(0, concealed), samples),
    roundTripMs: now.roundTripMs,
    isHeldBack: now.isHeldBack,
    isSilent: received === 0,
  };
};

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
