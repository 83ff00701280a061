import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Person } from "../call.state.js";
import { canShapeSound } from "../media/microphone-level.js";
import { afterVolume, isPlain, plainSound, type SoundChoice, volumeOf } from "./sound-choice.rules.js";
import type { SoundGraph, Voice } from "./sound-graph.js";
import { keepSound, keptChoice, keptVolumes } from "./sound-shelf.js";
import { type SpeakerNews, useSpeaker } from "./use-speaker.js";

export interface SoundHandle {
  readonly choice: SoundChoice;
  readonly change: (part: Partial<SoundChoice>) => void;
  readonly percentOf: (person: Person) => number;
  readonly setPercent: (person: Person, percent: number) => void;
  readonly reset: () => void;
  /** The speaker that sounds: another than chosen while that one is unplugged. */
  readonly speaker: string;
  readonly speakerNews: SpeakerNews | null;
  /** The graph sounds: the plain elements are silent. */
  readonly isGraphHeard: boolean;
  /** The browser wants a click first. */
  readonly isBlocked: boolean;
  readonly onBlocked: () => void;
  readonly onPlays: () => void;
  /** Rises with each click to listen. */
  readonly attempt: number;
  readonly listen: () => void;
}

/** How this person hears the others. As long as everything is plain the browser plays by itself; the graph costs work, and only comes when it is wanted. */
export const useSound = (people: readonly Person[]): SoundHandle => {
  const [choice, setChoice] = useState(keptChoice);
  const [volumes, setVolumes] = useState(keptVolumes);
  const [isBlocked, setBlocked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const { speaker, news } = useSpeaker(choice.speaker);
  const percentOf = (person: Person) => volumeOf(volumes, choice, person.userId);
  const voices = people.flatMap((person) =>
    person.audio && !person.isSilenced
      ? [{ id: person.id, stream: person.audio.stream, percent: percentOf(person) }]
      : [],
  );
  const onBlocked = useCallback(() => setBlocked(true), []);
  const onPlays = useCallback(() => setBlocked(false), []);
  const graph = useSoundGraph(voices, { ...choice, speaker }, setBlocked);
  useEffect(() => keepSound(choice, volumes), [choice, volumes]);
  return {
    choice,
    change: (part) => setChoice({ ...choice, ...part }),
    percentOf,
    setPercent: (person, percent) => {
      // Whoever is there now stays as loud as they are.
      const present = Object.fromEntries(people.map((each) => [each.userId, percentOf(each)]));
      setVolumes({ ...volumes, ...present, [person.userId]: percent });
      setChoice(afterVolume(choice, percent));
    },
    reset: () => {
      setVolumes({});
      setChoice({ ...plainSound, speaker: choice.speaker, warnsWhenMuted: choice.warnsWhenMuted });
    },
    speaker,
    speakerNews: news,
    isGraphHeard: graph.isHeard,
    isBlocked,
    onBlocked,
    onPlays,
    attempt,
    listen: () => {
      setBlocked(false);
      setAttempt(attempt + 1);
      graph.resume();
    },
  };
};

/** A browser that lets a context run does it sooner. */
const patienceMs = 500;

/** Opens the graph when it is first wanted; from then on it stays, for turning it on and off would be heard. */
const useSoundGraph = (voices: readonly Voice[], choice: SoundChoice, tellBlocked: (isBlocked: boolean) => void) => {
  const [graph, setGraph] = useState<SoundGraph | null>(null);
  const [isHeard, setHeard] = useState(false);
  const isWanted = !isPlain(
    choice,
    voices.map(({ percent }) => percent),
  );
  const wasWanted = useRef(false);
  wasWanted.current ||= isWanted && voices.length > 0 && canShapeSound();
  const isOpen = wasWanted.current;
  useEffect(() => {
    if (!isOpen) return;
    return keepGraph({ show: setGraph, hear: setHeard, tellBlocked });
  }, [isOpen]);
  useEffect(() => graph?.play(voices, choice));
  return { isHeard, resume: () => graph?.resume() };
};

interface Watching {
  readonly show: (graph: SoundGraph | null) => void;
  readonly hear: (isHeard: boolean) => void;
  readonly tellBlocked: (isBlocked: boolean) => void;
}

/** A context that sleeps (no click yet, a telephone call, a sound device that went) counts as blocked. */
const keepGraph = ({ show, hear, tellBlocked }: Watching): (() => void) => {
  let graph: SoundGraph | null = null;
  let isGone = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (!graph || isGone) return;
    const isRunning = graph.isRunning();
    hear(isRunning);
    clearTimeout(waiting);
    if (isRunning) return tellBlocked(false);
    graph.resume();
    waiting = setTimeout(() => tellBlocked(true), patienceMs);
  };
  const ready = (opened: SoundGraph) => {
    if (isGone) return opened.close();
    graph = opened;
    show(opened);
    look();
  };
  // Without a graph the plain elements go on.
  import("./sound-graph.js").then(({ openSoundGraph }) => openSoundGraph(look)).then(ready, () => undefined);
  return () => {
    isGone = true;
    clearTimeout(waiting);
    graph?.close();
    show(null);
    hear(false);
  };
};
