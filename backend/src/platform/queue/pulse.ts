type Beating = { name: string; everySeconds: number };
export type Pulse = {
  /** This work has just succeeded. */
  beat: (name: string) => void;
  /** What has not succeeded for too long, as a sentence; null when all is well. */
  fault: (now: Date) => string | null;
};

/** Two rounds may fail, and a slow one may take this much longer. */
const slackSeconds = 60;

/** Watches recurring work, each of which begins at once: a process that lives and does nothing is not healthy. */
export function createPulse(works: readonly Beating[], startedAt = new Date()): Pulse {
  const beats = new Map(works.map(({ name }) => [name, startedAt.getTime()]));
  return {
    beat: (name) => void beats.set(name, Date.now()),
    fault: (now) => {
      const isLate = ({ name, everySeconds }: Beating) =>
        now.getTime() - beats.get(name)! > (3 * everySeconds + slackSeconds) * 1_000;
      const late = works.find(isLate);
      return late
        ? `The round "${late.name}" has not succeeded since ${new Date(beats.get(late.name)!).toISOString()}.`
        : null;
    },
  };
}
