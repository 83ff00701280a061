import { request } from "node:http";
import { expect } from "chai";
import { type InCall, startCalls } from "./calls.js";
import { samples } from "./documents.js";

export const partBytes = 64 * 1024;
type Streaming = { declared?: number; parts: number; isBrokenOff?: boolean };

/** What the tests of documents that a clerk asks for begin with, called in their `describe`: startCalls, and each act of clerk and citizen. */
export const startAskedDocuments = (now: Date) => {
  const calls = startCalls(now);
  const { begun, query, inCall } = calls;

  const ask = ({ booked }: InCall, what = "Uw huurcontract", jar = begun().clerk) =>
    begun().app.call("POST", `/api/meetings/${booked.meetingId}/documents`, { body: { what }, jar });
  const asked = async (meeting: InCall, what?: string): Promise<string> => {
    const { app } = begun();
    app.clock.now = new Date(app.clock.now.getTime() + 1);
    const answer = await ask(meeting, what);
    expect(answer.status, answer.text).to.equal(200);
    return answer.json.documents.at(-1).id;
  };
  const pathTo = ({ browser }: InCall, id: string, name = "brief.pdf") =>
    `/api/arrivals/${browser.arrivalId}/documents/${id}/file?name=${encodeURIComponent(name)}`;
  const send = (meeting: InCall, id: string, bytes: Buffer, name?: string) =>
    begun().app.call("POST", pathTo(meeting, id, name), { body: bytes, jar: meeting.browser.jar });
  const decline = ({ browser }: InCall, id: string) =>
    begun().app.call("POST", `/api/arrivals/${browser.arrivalId}/documents/${id}/decline`, {
      body: {},
      jar: browser.jar,
    });
  const withdraw = ({ booked }: InCall, id: string) =>
    begun().app.call("POST", `/api/meetings/${booked.meetingId}/documents/${id}/withdrawal`, {
      body: {},
      jar: begun().clerk,
    });
  const open = ({ booked }: InCall, id: string, jar = begun().clerk) =>
    begun().app.call("GET", `/api/meetings/${booked.meetingId}/documents/${id}/file`, { jar });
  const end = ({ booked }: InCall) =>
    begun().app.call("POST", `/api/meetings/${booked.meetingId}/end`, { body: {}, jar: begun().clerk });
  const stateOf = async (id: string) => (await query("select state from document where id = $1", [id]))[0]?.state;
  const contents = async (id: string) =>
    (await query("select 1 from document_content where document_id = $1", [id])).length;
  const sent = async (bytes = samples.pdf, name?: string) => {
    const meeting = await inCall();
    const id = await asked(meeting);
    expect((await send(meeting, id, bytes, name)).status).to.equal(200);
    return { meeting, id };
  };
  /** Nothing of what was tried is left, and the question still stands. */
  const expectStillAsked = async (id: string) => {
    expect(await stateOf(id)).to.equal("asked");
    expect(await contents(id)).to.equal(0);
  };

  /** Sends parts for as long as they are taken. @returns the answer, and how many parts the network took until then. */
  function streamTo(meeting: InCall, id: string, { declared, parts, isBrokenOff }: Streaming) {
    const cookies = [...meeting.browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise<{ answer: string; taken: number }>((resolve) => {
      let [taken, isOver] = [0, false];
      const finish = (answer: string) => {
        isOver = true;
        resolve({ answer, taken });
      };
      const sending = request(`${begun().app.url}${pathTo(meeting, id)}`, {
        method: "POST",
        headers: {
          "Content-Type": "application/octet-stream",
          "Sec-Fetch-Site": "same-origin",
          Cookie: cookies,
          ...(declared === undefined ? { "Transfer-Encoding": "chunked" } : { "Content-Length": declared }),
        },
      });
      sending.on("response", (answer) => {
        let text = "";
        answer.on("data", (part) => {
          text += part;
        });
        answer.on("close", () => finish(`${answer.statusCode} ${JSON.parse(text || "{}").code}`));
        answer.on("error", () => undefined);
      });
      sending.on("error", () => !isOver && finish("broken"));
      const part = Buffer.concat([samples.pdf, Buffer.alloc(partBytes - samples.pdf.length)]);
      const push = () => {
        if (isOver || taken >= parts) return isBrokenOff ? void sending.destroy() : undefined;
        sending.write(part, (fault) => {
          if (fault) return;
          taken += 1;
          setImmediate(push);
        });
      };
      sending.flushHeaders();
      push();
    });
  }

  return {
    ...calls,
    ...{ ask, asked, pathTo, send, decline, withdraw, open, end, sent },
    stateOf,
    contents,
    expectStillAsked,
    streamTo,
  };
};
