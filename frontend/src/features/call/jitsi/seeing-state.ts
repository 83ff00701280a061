import type { CallEvent, LocalMedia, Seeing } from "../call.js";
import { isPlain, linesWished, type Sending, sendingFor, sendsPictures } from "../seeing/sending.rules.js";
import { keepPace } from "./keep-pace.js";
import type { Conference, Library, Participant } from "./lib-jitsi-meet.js";
import { sendersOf } from "./media-connections.js";
import { seeingIn, wordsOf } from "./seeing-words.js";

/** Our own part of everybody's presence: a shared screen, and what they ask of others' pictures. */
const seeing = "balie-seeing";

export const listenToSeeing = (conference: Conference, emit: (event: CallEvent) => void): void =>
  conference.addCommandListener(seeing, ({ value = "" }, id) =>
    emit({ type: "seeingTold", id, seeing: seeingIn(value) }),
  );

type Wishing = {
  readonly library: Library;
  readonly conference: Conference;
  readonly media: LocalMedia;
  readonly hasBridge: boolean;
  /** Picture and sound go between this person and us; asked at use, for who is who may become known later. */
  readonly isPartner: (person: Participant) => boolean;
};

/** Tells the others what is shared and wished here, from before the joining on; and sends as the others wish. Answers what looks anew at who they are. */
export const tellAndHeedWishes = ({ library, conference, media, hasBridge, isPartner }: Wishing): (() => void) => {
  const told = new Map<string, Seeing>();
  const events = library.events.conference;
  // Without a bridge our picture goes to the partner only: what others wish of it is nothing to them.
  const others = () => (hasBridge ? [...told.values()] : partnersOf(conference, isPartner, told));
  const adaptSending = adapter(conference, () => {
    const isScreen = media.screen() !== null;
    return sendingFor({ isScreen, hasBridge, own: media.wishes(), others: others() });
  });
  let said: string | null = null;
  const adapt = () => {
    const own = media.wishes();
    const isSent = sendsPictures({ hasBridge, own, others: others() });
    const words = wordsOf({ ...own, sendsPictures: isSent, isSharing: media.screen() !== null });
    if (words !== said) conference.sendCommand(seeing, { value: words });
    said = words;
    if (hasBridge) askBridge(conference, linesWished(own, others()));
    adaptSending.again();
  };
  conference.addCommandListener(seeing, ({ value = "" }, id) => {
    if (id === conference.myUserId()) return;
    told.set(id, seeingIn(value));
    adapt();
  });
  conference.on(events["USER_LEFT"] ?? "", (id: string) => {
    told.delete(id);
    adapt();
  });
  // The sender is there only from now on.
  for (const name of ["P2P_STATUS", "TRACK_ADDED"]) conference.on(events[name] ?? "", adapt);
  conference.on(events["CONFERENCE_LEFT"] ?? "", media.onChange(adapt));
  conference.on(events["CONFERENCE_LEFT"] ?? "", adaptSending.stop);
  adapt();
  return adapt;
};

const partnersOf = (conference: Conference, isPartner: Wishing["isPartner"], told: ReadonlyMap<string, Seeing>) =>
  conference
    .getParticipants()
    .filter(isPartner)
    .flatMap((person) => told.get(person.getId()) ?? []);

/** The npm build passes no height of nought on: there, none is wanted of the last speakers. */
const askBridge = (conference: Conference, lines: number) => {
  conference.setReceiverVideoConstraint(lines);
  conference.setLastN(lines > 0 ? -1 : 0);
};

/** Leaves the library's own settings alone until something else is wished, and then one change goes after the other. */
const adapter = (conference: Conference, wanted: () => Sending) => {
  let last: Promise<unknown> = Promise.resolve();
  let isTouched = false;
  let scale = 1;
  const again = () => {
    if (!isTouched && isPlain(wanted())) return;
    isTouched = true;
    const applyAll = () => Promise.all(sendersOf(conference, "video").map((sender) => apply(sender, wanted(), scale)));
    // Settings that the library changed meanwhile are refused. Once more, and then whatever changes next sets them anew.
    last = last
      .then(applyAll)
      .catch(applyAll)
      .catch(() => undefined);
  };
  const signers = () => (wanted().hint === "motion" ? sendersOf(conference, "video") : []);
  const stop = keepPace(signers, (next) => {
    scale = next;
    again();
  });
  return { again, stop };
};

const apply = async (sender: RTCRtpSender, { hint, preference, framesPerSecond, isActive }: Sending, scale: number) => {
  if (sender.track && "contentHint" in sender.track) sender.track.contentHint = hint;
  if (hint === "motion")
    await sender.track?.applyConstraints({ ...sender.track.getConstraints(), frameRate: { ideal: 30 } });
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings ?? []) {
    if (framesPerSecond === null) delete encoding.maxFramerate;
    else encoding.maxFramerate = framesPerSecond;
    if (isActive !== null) encoding.active = isActive;
    // Several sizes at once are for a bridge, which chooses among them.
    if (parameters.encodings.length === 1) encoding.scaleResolutionDownBy = hint === "motion" ? scale : 1;
  }
  await sender.setParameters({ ...parameters, degradationPreference: preference } as RTCRtpSendParameters);
};
