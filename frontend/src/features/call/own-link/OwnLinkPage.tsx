import type { OwnLinkView } from "@balie/contract/own-link";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useLoaded } from "../../../platform/loading.js";
import { joinMark } from "../../../platform/storage.js";
import { type DeadEnds, LinkLoading } from "./LinkLoading.js";
import type { GoingIn, OnStart, Start } from "./own-link.js";

interface Doors<Meeting> {
  readonly linkToken: string;
  readonly renderDoor: (meeting: Meeting, onStart: OnStart) => ComponentChildren;
  readonly renderCall: (meeting: Meeting, goingIn: GoingIn) => ComponentChildren;
}

interface OwnLinkPageProps<Meeting> extends Doors<Meeting> {
  readonly title: string;
  readonly load: (linkToken: string, signal: AbortSignal) => Promise<Meeting>;
  readonly deadEnds: DeadEnds;
}

/** To which meeting somebody's own link leads, and then the meeting. */
export const OwnLinkPage = <Meeting extends Pick<OwnLinkView, "id">>(props: OwnLinkPageProps<Meeting>) => {
  const { linkToken, load, title, deadEnds } = props;
  const { loading, reload } = useLoaded(linkToken, (signal) => load(linkToken, signal));
  if (loading.state !== "loaded") return <LinkLoading {...{ loading, reload, title, deadEnds }} />;
  return <Known {...props} meeting={loading.value} onBack={() => reload("quietly")} />;
};

type KnownProps<Meeting> = Doors<Meeting> & { readonly meeting: Meeting; readonly onBack: () => void };

/** The call takes the place of the page while it lasts; after a reload during the call, at once. */
const Known = <Meeting extends Pick<OwnLinkView, "id">>(props: KnownProps<Meeting>) => {
  const { linkToken, meeting, onBack, renderDoor, renderCall } = props;
  const [start, setStart] = useState<Start | null>(() => (joinMark(meeting.id).isSet() ? "return" : null));
  const onClose = () => {
    setStart(null);
    onBack();
  };
  if (!start) return <>{renderDoor(meeting, setStart)}</>;
  return <>{renderCall(meeting, { linkToken, start, onClose })}</>;
};
