import { expect } from "chai";
import type { CookieJar, TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { colleague, signIn } from "../../../test/factories.js";
import type { TestPhone } from "../../../test/phone.js";
import { startPhoneRequests } from "../../../test/phone-requests.js";

describe("the search for an interpreter", function () {
  this.timeout(30_000);
  const search = startPhoneRequests();
  const { peopleOf, post, asked, ask, end, seen, ringing, roster } = search;
  let app: TestApp;
  let clerk: CookieJar;
  let phone: TestPhone;

  beforeEach(() => {
    ({ app, clerk, phone } = search.begun());
  });

  it("is silenced and heard again by the clerk: every page of the call knows it, and a new call begins heard", async () => {
    await roster("rings");
    const request = await ask();
    const call = await ringing(request);
    const silence = (isSilenced: boolean, { id } = request, jar = clerk) =>
      post(`/api/interpreter-requests/${id}/silence`, { isSilenced }, jar);
    const isToldSilenced = async () => {
      const people = await peopleOf(request.meeting);
      expect(people.slice(0, 2).map((one: any) => one.isSilenced)).to.deep.equal([false, false]);
      return people.at(-1).isSilenced;
    };
    expect((await silence(true)).json, "nobody is heard yet").to.include({ isSilenced: false });
    phone.prosody.answer(request.room, call.id);
    await seen(request, "connected");
    expect(await isToldSilenced(), "a press before the answer counts for nothing").to.equal(false);
    expect((await silence(true)).json).to.include({ isSilenced: true });
    expect((await silence(true)).json).to.include({ isSilenced: true });
    expect(await isToldSilenced()).to.equal(true);
    expect(code(await silence(false, request, await signIn(app, colleague)))).to.equal("403 forbidden");
    expect(await isToldSilenced()).to.equal(true);
    expect((await silence(false)).json).to.include({ isSilenced: false });
    expect(await isToldSilenced()).to.equal(false);

    await silence(true);
    phone.prosody.leave(request.room, call.id);
    await seen(request, "ended");
    const again = await asked(request, { callAgain: call.id });
    phone.prosody.answer(request.room, (await ringing(again)).id);
    await seen(again, "connected");
    expect(await isToldSilenced()).to.equal(false);
    await end(request);
    expect(code(await silence(true, again))).to.equal("410 meeting_ended");
  });
});
