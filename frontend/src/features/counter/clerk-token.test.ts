import { expect } from "chai";
import { Refusal } from "../../platform/api.js";
import { onSessionEnd } from "../../platform/session-end.js";
import { clerkToken } from "./clerk-token.js";

describe("a clerk's token for a call", () => {
  const told = async (status: number, code: "unauthenticated" | "not_found") => {
    let ends = 0;
    const stop = onSessionEnd(() => ends++);
    const answer = await clerkToken(Promise.reject(new Refusal(status, code, [], "")));
    stop();
    return { answer, ends };
  };

  it("is asked for again after a session that ended, which is told", async () =>
    expect(await told(401, "unauthenticated")).to.deep.equal({ answer: { kind: "unreachable" }, ends: 1 }));

  it("is refused for good for any other reason", async () =>
    expect(await told(404, "not_found")).to.deep.equal({ answer: { kind: "refused", code: "not_found" }, ends: 0 }));
});
