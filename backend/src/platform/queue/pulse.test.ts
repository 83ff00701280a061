import { expect } from "chai";
import { createPulse } from "./pulse.js";

describe("the pulse of recurring work", () => {
  const startedAt = new Date();
  const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1_000);
  const works = [
    { name: "outbox", everySeconds: 5 },
    { name: "expired sessions", everySeconds: 3_600 },
  ];

  it("is well as long as each work succeeded within three rounds and a minute", () => {
    expect(createPulse(works, startedAt).fault(after(75))).to.equal(null);
  });
  it("names the work that did not", () => {
    const fault = createPulse(works, startedAt).fault(after(76));
    expect(fault).to.equal(`The round "outbox" has not succeeded since ${startedAt.toISOString()}.`);
  });
  it("is well again with the next success", () => {
    const pulse = createPulse(works, after(-7_200));
    expect(pulse.fault(startedAt)).to.match(/outbox/);
    pulse.beat("outbox");
    expect(pulse.fault(startedAt)).to.equal(null);
  });
});
