/** Packets of one kind: those of the picture that get lost are asked for again, and would hide what the voice misses. */
type Packets = { readonly received: number; readonly lost: number };

/** What a browser has counted of one connection since its beginning (W3C webrtc-stats). Times in ms. */
export type LineCounts = {
  readonly audio: Packets;
  readonly video: Packets;
  readonly samples: number;
  /** Samples of sound that were made up because nothing came. */
  readonly concealed: number;
  readonly roundTripMs: number | null;
  /** The line leaves our picture so little that it shows. */
  readonly isHeldBack: boolean;
  /** Of what we sent, as the other side last told it (RTCP): a share. */
  readonly sentLoss: number;
};

/** How the line was between two looks. Shares from 0 to 1; `loss`: of the kind that lost more. */
export type LineFigures = {
  readonly loss: number;
  readonly sentLoss: number;
  readonly concealed: number;
  readonly roundTripMs: number | null;
  readonly isHeldBack: boolean;
  readonly isSilent: boolean;
};

type Report = Readonly<Record<string, unknown>> & { readonly type: string };

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

export const countsIn = (reports: Iterable<Report>): LineCounts => {
  const counts = { samples: 0, concealed: 0, isHeldBack: false };
  const packets = { audio: { received: 0, lost: 0 }, video: { received: 0, lost: 0 } };
  let roundTripMs: number | null = null;
  const told: Told[] = [];
  for (const report of reports) {
    if (report.type === "inbound-rtp") {
      const kind = packets[report["kind"] === "video" ? "video" : "audio"];
      kind.received += number(report["packetsReceived"]);
      kind.lost += number(report["packetsLost"]);
      counts.samples += number(report["totalSamplesReceived"]);
      // What the other side did not send is silence, and no fault of the line.
      counts.concealed += number(report["concealedSamples"]) - number(report["silentConcealedSamples"]);
    }
    if (report.type === "remote-inbound-rtp")
      told.push({ at: number(report["timestamp"]), share: number(report["fractionLost"]) });
    if (isHeldBack(report)) counts.isHeldBack = true;
    const isInUse = report.type === "candidate-pair" && report["nominated"] === true;
    if (isInUse && typeof report["currentRoundTripTime"] === "number")
      roundTripMs = Math.round(report["currentRoundTripTime"] * 1000);
  }
  return { ...packets, ...counts, roundTripMs, sentLoss: worstOfLate(told) };
};

type Told = { readonly at: number; readonly share: number };

/** What is not sent any more is told of no more: its last word stays, and says nothing. Of the voice it comes every five seconds (RFC 3550). */
const worstOfLate = (told: readonly Told[]): number => {
  const newest = Math.max(...told.map(({ at }) => at));
  return Math.max(0, ...told.filter(({ at }) => newest - at < staleAfterMs).map(({ share }) => share));
};
const staleAfterMs = 7000;

/** The browser calls a picture held back for as long as it grows, twenty seconds on the best of lines: only with few bits as well is it the line. */
const isHeldBack = (report: Report): boolean =>
  report.type === "outbound-rtp" &&
  report["active"] !== false &&
  report["qualityLimitationReason"] === "bandwidth" &&
  typeof report["targetBitrate"] === "number" &&
  report["targetBitrate"] < fewBits;
const fewBits = 400_000;

/** null: nothing can be said, as after a new connection took the old one's place. */
export const figuresBetween = (before: LineCounts, now: LineCounts): LineFigures | null => {
  const came = { audio: now.audio.received - before.audio.received, video: now.video.received - before.video.received };
  const [samples, concealed] = [now.samples - before.samples, now.concealed - before.concealed];
  if (came.audio < 0 || came.video < 0 || samples < 0) return null;
  return {
    loss: Math.max(lossOf(before.audio, now.audio), lossOf(before.video, now.video)),
    sentLoss: now.sentLoss,
    concealed: share(Math.max(0, concealed), samples),
    roundTripMs: now.roundTripMs,
    isHeldBack: now.isHeldBack,
    isSilent: came.audio + came.video === 0,
  };
};

/** Packets that come late take a loss back. Of a handful no share can be told. */
const lossOf = (before: Packets, now: Packets): number => {
  const lost = Math.max(0, now.lost - before.lost);
  const sent = now.received - before.received + lost;
  return sent < fewest ? 0 : share(lost, sent);
};
const fewest = 20;

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
