import { expect } from "chai";
import type { Library, LocalTrack } from "./lib-jitsi-meet.js";
import type { Tracks } from "./local-media.js";
import { newOwnSeeing } from "./screen.js";
import { switchOn } from "./switch-device.js";

/** Settled from outside. */
const newPending = <Value>() => {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (fault: Error) => void = () => undefined;
  const promise = new Promise<Value>((...settlers) => {
    [resolve, reject] = settlers;
  });
  return { promise, resolve: (value: Value) => resolve(value), reject: (fault: Error) => reject(fault) };
};

/** A camera whose light is on until it is disposed of, or what it films with is stopped. */
const newCamera = () => {
  const camera = {
    isLit: true,
    unmuted: newPending<void>(),
    getType: () => "video",
    isMuted: () => false,
    getOriginalStream: () => ({ getTracks: () => [{ readyState: "live", stop: () => camera.dispose() }] }),
    unmute: () => camera.unmuted.promise,
    mute: async () => undefined,
    dispose: async () => {
      camera.isLit = false;
    },
  };
  return camera;
};

/** Each opening waits for the answer to the browser's question. */
const callOf = () => {
  const questions: ReturnType<typeof newPending<unknown[]>>[] = [];
  const library = {
    createLocalTracks: () => {
      const question = newPending<unknown[]>();
      questions.push(question);
      return question.promise;
    },
  } as unknown as Library;
  const sent: LocalTrack[] = [];
  const tracks: Tracks = {
    all: new Map(),
    wanted: new Set(),
    problems: {},
    onAdded: new Set([(track: LocalTrack) => sent.push(track)]),
    seeing: newOwnSeeing(),
  };
  const allow = () =>
    questions.map((question) => {
      const camera = newCamera();
      question.resolve([camera]);
      return camera;
    });
  return { tracks, sent, allow, questions, turn: (isOn: boolean) => switchOn(library, tracks, "video", isOn) };
};

describe("a camera that is switched on while the browser still asks", () => {
  it("is opened once more by a second press, and then one of the two is sent and the other's light goes out", async () => {
    const call = callOf();
    const presses = [call.turn(true), call.turn(true)];
    const cameras = call.allow();
    await Promise.all(presses);
    expect(cameras.map(({ isLit }) => isLit)).to.deep.equal([true, false]);
    expect(call.sent).to.deep.equal(cameras.slice(0, 1));
    expect(call.tracks.all.get("video")).to.equal(cameras[0]);
  });

  it("does not stay on when the call has ended meanwhile", async () => {
    const call = callOf();
    const press = call.turn(true);
    call.tracks.seeing.dispose();
    const cameras = call.allow();
    await press;
    expect(cameras.map(({ isLit }) => isLit)).to.deep.equal([false]);
    expect([call.sent.length, call.tracks.all.size]).to.deep.equal([0, 0]);
  });

  it("is not sent when its person goes on without it meanwhile, and can be had later", async () => {
    const call = callOf();
    const press = call.turn(true);
    await call.turn(false);
    const [without] = call.allow();
    await press;
    expect([without?.isLit, call.sent.length]).to.deep.equal([false, 0]);
    const again = call.turn(true);
    const [, later] = call.allow();
    await again;
    expect(later?.isLit).to.equal(true);
    expect(call.sent).to.deep.equal([later]);
  });

  it("is no trouble to whoever goes on without it meanwhile, when it is then refused", async () => {
    const call = callOf();
    const press = call.turn(true);
    await call.turn(false);
    call.questions[0]?.reject(new DOMException("Permission denied", "NotAllowedError"));
    await press;
  });

  it("is refused aloud to whoever still wants it", async () => {
    const call = callOf();
    const press = call.turn(true);
    call.questions[0]?.reject(new DOMException("Permission denied", "NotAllowedError"));
    expect(await press.catch(({ name }: Error) => name)).to.equal("NotAllowedError");
  });
});

describe("a slow camera that is switched on again", () => {
  for (const [how, settle] of [
    ["comes", (camera: ReturnType<typeof newCamera>) => camera.unmuted.resolve()],
    ["fails half-way", (camera: ReturnType<typeof newCamera>) => camera.unmuted.reject(new Error("gone"))],
  ] as const)
    it(`and ${how} after the end of the call has its light put out`, async () => {
      const call = callOf();
      const camera = newCamera();
      call.tracks.all.set("video", camera as unknown as LocalTrack);
      const press = call.turn(true);
      call.tracks.seeing.dispose();
      settle(camera);
      await press.catch(() => undefined);
      expect(camera.isLit).to.equal(false);
    });

  it("stays on while the call goes on", async () => {
    const call = callOf();
    const camera = newCamera();
    call.tracks.all.set("video", camera as unknown as LocalTrack);
    const press = call.turn(true);
    camera.unmuted.resolve();
    await press;
    expect(camera.isLit).to.equal(true);
  });
});
