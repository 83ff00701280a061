import { expect } from "chai";
import type { Identity, Participant } from "./lib-jitsi-meet.js";
import { toParticipant } from "./participant.js";

const occupant = (user: Identity["user"], role = "participant"): Participant => ({
  getId: () => "a1b2c3d4",
  getIdentity: () => (user ? { user } : undefined),
  getRole: () => role,
  isHidden: () => false,
});

describe("who an occupant of the room is", () => {
  it("is what the server vouches for, of a telephone too, which is a moderator of the room", () => {
    const user = { id: "i1", name: "Fatma Kaya", role: "interpreter" };
    expect(toParticipant(occupant(user, "moderator"))).to.deep.equal({
      id: "a1b2c3d4",
      userId: "i1",
      name: "Fatma Kaya",
      role: "interpreter",
    });
  });

  it("is by the room's own role where no role of ours came along, or none that we know", () => {
    expect(toParticipant(occupant({ id: "k1" }, "moderator"))?.role).to.equal("clerk");
    expect(toParticipant(occupant({ id: "k1", role: "mayor" }))?.role).to.equal("citizen");
    expect(toParticipant(occupant(undefined))).to.include({ userId: "a1b2c3d4", name: "" });
  });
});
