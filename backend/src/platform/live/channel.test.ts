import { expect } from "chai";
import { until } from "../../../test/until.js";
import { createChannel } from "./channel.js";

type Load = { keys: string[]; answer: (values: Record<string, number>) => void; fail: (fault: Error) => void };

describe("a live channel", () => {
  let loads: Load[];
  let faults: unknown[];
  const open = (withChanges = true) => {
    loads = [];
    faults = [];
    return createChannel<number>({
      event: "count",
      load: (keys) =>
        new Promise((resolve, reject) =>
          loads.push({ keys, answer: (values) => resolve(new Map(Object.entries(values))), fail: reject }),
        ),
      ...(withChanges
        ? { change: { event: "more", between: (a: number, b: number) => (b > a ? { by: b - a } : null) } }
        : {}),
      onFault: (fault) => faults.push(fault),
    });
  };
  const listener = () => {
    const heard: string[] = [];
    const send = (frame: Buffer) =>
      void heard.push(frame.toString().trim().replace("event: ", "").replace("\ndata:", ""));
    return { heard, send };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  /** The load that is under way answers; what follows from it has happened when this returns. */
  const answer = async (values: Record<string, number>) => {
    loads.shift()!.answer(values);
    await settled();
  };

  it("tells whoever comes the whole, and those who know it what changed", async () => {
    const channel = open();
    const [first, second] = [listener(), listener()];
    const joined = channel.subscribe(["t"], "k", first.send);
    await answer({ k: 1 });
    await joined;
    channel.refresh("t");
    await answer({ k: 4 });
    void channel.subscribe(["t"], "k", second.send);
    await answer({ k: 4 });
    channel.refresh("t");
    await answer({ k: 5 });
    expect(first.heard).to.deep.equal(["count 1", 'more {"by":3}', 'more {"by":1}']);
    expect(second.heard).to.deep.equal(["count 4", 'more {"by":1}']);
  });

  it("tells the whole where a change would not do, or is not known", async () => {
    for (const [withChanges, value] of [
      [true, 0],
      [false, 2],
    ] as const) {
      const channel = open(withChanges);
      const { heard, send } = listener();
      void channel.subscribe(["t"], "k", send);
      await answer({ k: 1 });
      channel.refresh();
      await answer({ k: value });
      expect(heard).to.deep.equal(["count 1", `count ${value}`]);
    }
  });

  it("says nothing where nothing changed, and loads once however many watch", async () => {
    const channel = open();
    const listeners = [listener(), listener(), listener()];
    for (const { send } of listeners) void channel.subscribe(["t"], "k", send);
    await answer({ k: 1 });
    await answer({ k: 1 });
    expect(loads).to.have.length(0);
    channel.refresh("t");
    expect(loads.map(({ keys }) => keys)).to.deep.equal([["k"]]);
    await answer({ k: 1 });
    for (const { heard } of listeners) expect(heard).to.deep.equal(["count 1"]);
  });

  it("takes news that comes during a load into one more, so that nobody is left with an older state", async () => {
    const channel = open();
    const [early, late] = [listener(), listener()];
    void channel.subscribe(["t"], "k", early.send);
    await answer({ k: 1 });
    channel.refresh("t");
    channel.refresh("t");
    void channel.subscribe(["t"], "k", late.send);
    expect(loads).to.have.length(1);
    await answer({ k: 2 });
    expect(loads).to.have.length(1);
    await answer({ k: 3 });
    expect(loads).to.have.length(0);
    expect(early.heard.at(-1)).to.equal('more {"by":1}');
    expect(late.heard).to.deep.equal(["count 3"]);
  });

  it("leaves other topics alone, and those who have left", async () => {
    const channel = open();
    const { heard, send } = listener();
    const joined = channel.subscribe(["t"], "k", send);
    await answer({ k: 1 });
    channel.refresh("u");
    expect(loads).to.have.length(0);
    (await joined)();
    channel.refresh("t");
    expect(loads).to.have.length(0);
    expect(heard).to.deep.equal(["count 1"]);
  });

  it("refuses a newcomer when the load fails, keeps the others, and goes on", async () => {
    const channel = open();
    const [member, newcomer] = [listener(), listener()];
    void channel.subscribe(["t"], "k", member.send);
    await answer({ k: 1 });
    const refused = channel.subscribe(["t"], "k", newcomer.send).catch((fault: Error) => fault.message);
    loads.shift()!.fail(new Error("no database"));
    expect(await refused).to.equal("no database");
    expect(faults).to.have.length(1);
    channel.refresh("t");
    await answer({ k: 2 });
    expect(member.heard).to.deep.equal(["count 1", 'more {"by":1}']);
    expect(newcomer.heard).to.deep.equal([]);
  });

  it("loads news again by itself when the load failed", async () => {
    const channel = open();
    const { heard, send } = listener();
    void channel.subscribe(["t"], "k", send);
    await answer({ k: 1 });
    channel.refresh("t");
    loads.shift()!.fail(new Error("no connection"));
    await until("another load", () => loads.length === 1);
    await answer({ k: 2 });
    expect(heard).to.deep.equal(["count 1", 'more {"by":1}']);
    expect(loads).to.have.length(0);
  });
});
