import { expect } from "chai";
import type { LocalMedia } from "../call.js";
import type { Conference, Library, Participant } from "./lib-jitsi-meet.js";
import { tellAndHeedWishes } from "./seeing-state.js";

type Heard = (told: { value: string }, id: string) => void;

const plain = { isSigning: false, hasPictures: true, sendsPictures: true };

/** A room with these people, one connection to one of them, and what goes over it. */
const roomOf = (ids: string[], { hasBridge = false, wishes = plain } = {}) => {
  const said: string[] = [];
  const sent: { encodings: RTCRtpEncodingParameters[] } = { encodings: [{}] };
  const sender = {
    track: { kind: "video", getConstraints: () => ({}), applyConstraints: async () => undefined },
    getParameters: () => sent,
    setParameters: async () => undefined,
  };
  let hear: Heard = () => undefined;
  const conference = {
    p2pJingleSession: { peerconnection: { peerconnection: { getSenders: () => [sender], signalingState: "stable" } } },
    getParticipants: () => ids.map((id) => ({ getId: () => id })),
    myUserId: () => "me",
    addCommandListener: (_name: string, heard: Heard) => {
      hear = heard;
    },
    sendCommand: (_name: string, { value }: { value: string }) => said.push(value),
    setReceiverVideoConstraint: () => undefined,
    setLastN: () => undefined,
    on: () => undefined,
  } as unknown as Conference;
  const media = { wishes: () => wishes, screen: () => null, onChange: () => () => undefined } as unknown as LocalMedia;
  const library = { events: { conference: {} } } as unknown as Library;
  let partner = "citizen";
  const isPartner = (person: Participant) => person.getId() === partner;
  const look = tellAndHeedWishes({ library, conference, media, hasBridge, isPartner });
  return {
    said,
    hear: (id: string, value: string) => hear({ value }, id),
    nowPartner: (id: string) => {
      partner = id;
      look();
    },
    /** Changes go one after the other. */
    settings: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      return sent.encodings[0];
    },
  };
};

describe("what the others ask of our picture", () => {
  it("is heeded of the partner alone where there is no bridge, with others in the room too", async () => {
    const room = roomOf(["citizen", "helper"]);
    room.hear("helper", "sign");
    expect(await room.settings()).to.deep.equal({});
    room.hear("citizen", "no-pictures");
    expect(await room.settings()).to.include({ active: false });
    room.hear("citizen", "sign");
    expect(await room.settings()).to.include({ active: true, maxFramerate: 30 });
  });

  it("is heeded as soon as it becomes known who the partner is", async () => {
    const room = roomOf(["helper", "tablet"]);
    room.hear("tablet", "no-pictures");
    expect(await room.settings()).to.deep.equal({});
    room.nowPartner("tablet");
    expect(await room.settings()).to.include({ active: false });
  });

  it("is everybody's with a bridge", async () => {
    const room = roomOf(["citizen", "helper"], { hasBridge: true });
    room.hear("helper", "sign");
    expect(await room.settings()).to.include({ maxFramerate: 30 });
  });
});

describe("a picture that the line does not carry", () => {
  const wishes = { ...plain, sendsPictures: false };

  it("is told of as still, until somebody needs it as their language", () => {
    const { said, hear } = roomOf(["citizen"], { wishes });
    hear("citizen", "sign");
    hear("citizen", "");
    expect(said).to.deep.equal(["still", "", "still"]);
  });

  it("is not told of where it goes on: with a bridge", () =>
    expect(roomOf([], { wishes, hasBridge: true }).said).to.deep.equal([""]));
});
