import { expect } from "chai";
import { keepPartner } from "./keep-partner.js";
import type { Conference, Participant } from "./lib-jitsi-meet.js";

/** As the library decides: a session with the only other person, and none as soon as there are two. */
const conferenceOf = (ids: string[]) => {
  const library = {
    ids,
    p2pJingleSession: null as { remoteJid: string } | null,
    isJoined: () => true,
    onEnd: (): unknown => undefined,
    getParticipants: () => library.ids.map((id) => ({ getId: () => id }) as Participant),
    _maybeStartOrStopP2P: () => {
      const others = library.getParticipants();
      const wanted = others.length === 1 ? { remoteJid: `room@muc/${others[0]!.getId()}` } : null;
      const isEnd = !wanted && library.p2pJingleSession !== null;
      if (!wanted || !library.p2pJingleSession) library.p2pJingleSession = wanted;
      if (isEnd) library.onEnd();
    },
    _onIncomingCallP2P: () => library.getParticipants().map((person) => person.getId()),
  };
  return { library, conference: library as unknown as Conference };
};

describe("the partner's connection, where there is no bridge", () => {
  const isCitizen = (person: Participant) => person.getId().startsWith("citizen");
  const started = (ids: string[]) => {
    const made = conferenceOf(ids);
    const partner = keepPartner(made.conference, isCitizen);
    made.library._maybeStartOrStopP2P();
    return { ...made, partner, remote: () => made.library.p2pJingleSession?.remoteJid.split("/")[1] };
  };

  it("stays when a third comes in and goes", () => {
    const { library, remote } = started(["citizen"]);
    const session = library.p2pJingleSession;
    for (const ids of [["citizen", "colleague"], ["helper", "citizen", "colleague"], ["citizen"]]) {
      library.ids = ids;
      library._maybeStartOrStopP2P();
      expect(library.p2pJingleSession).to.equal(session);
    }
    expect(remote()).to.equal("citizen");
  });

  it("is made with the partner alone, also when others were there first", () => {
    expect(started(["colleague", "citizen"]).remote()).to.equal("citizen");
    expect(started(["colleague"]).remote()).to.equal(undefined);
  });

  it("is made with the next device of the partner as soon as the first has gone", () => {
    const { library, remote, partner } = started(["citizen"]);
    const ended: (string | null)[] = [];
    library.onEnd = () => ended.push(partner.lastId());
    library.ids = ["citizen", "citizen-tablet"];
    library._maybeStartOrStopP2P();
    expect(remote()).to.equal("citizen");
    library.ids = ["citizen-tablet"];
    library._maybeStartOrStopP2P();
    // The connection that ended was to the one who has gone: the call is not lost.
    expect(ended).to.deep.equal(["citizen"]);
    expect(ended.map(partner.isHere)).to.deep.equal([false]);
    expect([remote(), partner.isHere(partner.lastId())]).to.deep.equal(["citizen-tablet", true]);
    library.ids = ["colleague"];
    library._maybeStartOrStopP2P();
    expect([remote(), partner.isHere(partner.lastId())]).to.deep.equal([undefined, false]);
  });

  it("is taken from nobody but the partner, while everybody else is seen as ever", () => {
    const { library, conference } = started(["colleague"]);
    expect(library._onIncomingCallP2P()).to.deep.equal([]);
    expect(conference.getParticipants()).to.have.length(1);
  });

  it("is looked at anew when it becomes known who is who", () => {
    let known = false;
    const { library, conference } = conferenceOf(["colleague", "citizen"]);
    const partner = keepPartner(conference, (person) => known && isCitizen(person));
    library._maybeStartOrStopP2P();
    expect(library.p2pJingleSession).to.equal(null);
    known = true;
    partner.look();
    expect(library.p2pJingleSession).to.deep.equal({ remoteJid: "room@muc/citizen" });
  });
});
