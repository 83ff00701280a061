import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  title: "Your internet",
  running: "We are testing your internet. This takes a few seconds.",
  fast: "Your internet is fast enough for picture and sound.",
  slow: "Your internet is slow. The picture may be poor. The sound will do.",
  tooSlow: "Your internet is too slow for a video call.",
  speed: "Receiving: {down} Mbit/s. Sending: {up} Mbit/s.",
  untested: "We could not test your internet. Are you connected? Please try again.",
  pathOpen: "Picture and sound get through.",
  pathClosed:
    "Your network blocks picture and sound. That happens at work or in a hotel. Try another network, such as your phone’s internet.",
  again: "Test your internet again",
  ready: "Everything works. You are ready for the call.",
  limited: "The call will work. Not everything works equally well.",
  mayNeedPhone: "A video call may not work like this. The clerk sees that too, and can phone you instead.",
  told: "The clerk sees only the result of this test, not your picture or sound.",
  notTold: "We could not save the result, so the clerk does not see it.",

  echoTitle: "Hear yourself",
  echoIntro: "Say something. After five seconds you hear your own voice. Only you hear this, and we keep nothing.",
  echoStart: "Record my voice",
  echoRecording: "Speak now. We record five seconds.",
  echoPlaying: "Listen. This is what you said.",
  echoDone: "Did you hear your voice? Then the clerk will hear you too.",
  echoFailed: "Recording does not work in this browser. The call may still work well.",
};
