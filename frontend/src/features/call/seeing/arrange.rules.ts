import type { Person } from "../call.state.js";

export const views = ["speaker", "side", "screen"] as const;
/** `speaker`: who speaks is large. `side`: all the same. `screen`: what is shared has the room. */
export type View = (typeof views)[number];

/** How this person looks at the call; kept on the device. */
export interface Look {
  readonly view: View;
  /** Of people, by their user. */
  readonly pins: readonly string[];
  readonly isOwnHidden: boolean;
  readonly isSigning: boolean;
  /** Nobody is heard; the own microphone goes off when this is chosen, and begins off from then on. */
  readonly isSilent: boolean;
  readonly hasPictures: boolean;
}

export const plainLook: Look = {
  view: "speaker",
  pins: [],
  isOwnHidden: false,
  isSigning: false,
  isSilent: false,
  hasPictures: true,
};

const mostPins = 20;

/** What was kept on the device may be of another version, or damaged. */
export const lookFrom = (kept: unknown): Look => {
  if (typeof kept !== "object" || kept === null) return plainLook;
  const { view, pins, ...flags } = kept as Record<string, unknown>;
  const flag = (name: keyof Look) => (typeof flags[name] === "boolean" ? flags[name] : plainLook[name]) as boolean;
  return {
    view: views.find((each) => each === view) ?? plainLook.view,
    pins: Array.isArray(pins) ? pins.filter((pin) => typeof pin === "string").slice(0, mostPins) : [],
    isOwnHidden: flag("isOwnHidden"),
    isSigning: flag("isSigning"),
    isSilent: flag("isSigning") && flag("isSilent"),
    hasPictures: flag("hasPictures"),
  };
};

/** The newest pin comes first, so that those of long ago fall away. */
export const withPin = (look: Look, userId: string, isPinned: boolean): Look => {
  const others = look.pins.filter((pin) => pin !== userId);
  return { ...look, pins: isPinned ? [userId, ...others].slice(0, mostPins) : others };
};

/** `corner`: over the large picture. `beside`: as large as the others. `below`: nothing of a screen may be covered. */
type OwnPlace = "corner" | "beside" | "below" | "hidden";

export interface Arrangement {
  /** Ids of the people who are large; the rest are small. */
  readonly large: readonly string[];
  readonly own: OwnPlace;
}

type Seen = Pick<Person, "id" | "userId" | "seeing">;

export const arrange = (people: readonly Seen[], look: Look, speakerId: string | null): Arrangement => {
  const large = largeOnes(people, look, speakerId);
  return { large: large.map(({ id }) => id), own: ownPlace(large, people, look) };
};

const largeOnes = (people: readonly Seen[], look: Look, speakerId: string | null): readonly Seen[] => {
  const pinned = people.filter(({ userId }) => look.pins.includes(userId));
  const sharing = people.filter(({ seeing }) => seeing.isSharing);
  // Who signs about a screen must be seen beside it.
  if (look.isSigning && pinned.length > 0)
    return people.filter((each) => pinned.includes(each) || sharing.includes(each));
  if (look.view === "screen" && sharing.length > 0) return sharing;
  if (pinned.length > 0) return pinned;
  // A voice does not tell who signs.
  if (look.view === "side" || look.isSigning) return people;
  if (sharing.length > 0) return sharing;
  return people.filter(({ id }) => id === (people.some((each) => each.id === speakerId) ? speakerId : people[0]?.id));
};

const ownPlace = (large: readonly Seen[], people: readonly Seen[], look: Look): OwnPlace => {
  if (look.isOwnHidden) return "hidden";
  if (look.view === "side" && large.length === people.length) return "beside";
  return large.some(({ seeing }) => seeing.isSharing) || large.length > 1 ? "below" : "corner";
};
