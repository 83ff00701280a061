import { useEffect } from "preact/hooks";
import { Lazy } from "../../../ui/Lazy.js";
import { LazyOnce } from "../../../ui/LazyOnce.js";
import { forgetCall } from "../forget-call.js";
import type { HandedOverProps } from "./HandedOver.js";
import type { HandoverOfCallProps } from "./HandoverOfCall.js";
import type { HandoverRequestsProps } from "./HandoverRequests.js";
import { handoverTexts } from "./handover.texts.js";
import { openHandovers } from "./handover.view.js";
import type { PastHandoversProps } from "./PastHandovers.js";

/** Most calls end with who began them: the code and texts of a hand-over come when they are wanted, and after the first picture. */
const areas = [handoverTexts];
const loadOfCall = async () => (await import("./HandoverOfCall.js")).HandoverOfCall;
const loadRequests = async () => (await import("./HandoverRequests.js")).HandoverRequests;
const loadHandedOver = async () => (await import("./HandedOver.js")).HandedOver;
const loadPast = async () => (await import("./PastHandovers.js")).PastHandovers;

export const HandoverSlot = (props: HandoverOfCallProps) => (
  <Lazy load={loadOfCall} areas={areas} props={props} isExtra />
);

export const HandoverRequestsSlot = (props: HandoverRequestsProps) => (
  <div role="status">
    <LazyOnce
      load={loadRequests}
      areas={areas}
      props={props}
      isWanted={openHandovers(props.state.handovers).length > 0}
      isExtra
    />
  </div>
);

export const HandedOverSlot = ({ meetingId, ...props }: HandedOverProps & { readonly meetingId: string }) => {
  useEffect(() => forgetCall(meetingId), [meetingId]);
  return <Lazy load={loadHandedOver} areas={areas} props={props} />;
};

export const PastHandoversSlot = (props: PastHandoversProps) =>
  props.handovers.length === 0 ? null : <Lazy load={loadPast} areas={areas} props={props} isExtra />;
