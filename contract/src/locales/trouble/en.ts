import type { Texts } from "../texts.js";
import type { nl } from "./nl.js";

export const en: Texts<typeof nl> = {
  problemTitleBoth: "We cannot use your camera and microphone",
  problemTitleCamera: "We cannot use your camera",
  problemTitleMicrophone: "We cannot use your microphone",
  problemBlocked: "Your browser has refused access. You can allow it again:",
  problemMissing: "We find no camera or microphone. Connect the device and try again.",
  problemBusy:
    "Another program is using your camera or microphone. Close other video calls, such as Teams or Zoom, and try again.",
  problemInsecure:
    "This page was not opened safely. Open the link in your mail again. The address must start with https.",
  problemOther: "Something went wrong with your camera or microphone. Connect them again, or restart your device.",
  blockedChrome:
    "Click the sign to the left of the address, at the top of your browser. Set camera and microphone to ‘allow’. Then try again.",
  blockedFirefox: "Click the crossed-out sign to the left of the address at the top. Remove the block. Then try again.",
  blockedSafari:
    "On a Mac: choose ‘Settings for this website’ in the Safari menu and set camera and microphone to ‘Allow’. On an iPhone or iPad: tap the sign beside the address, choose ‘Website settings’ and allow camera and microphone.",
  blockedOther: "Look for camera and microphone in the settings of your browser, and allow them for this website.",

  systemMac:
    "Your Mac does not allow your browser. Open System Settings and choose ‘Privacy & Security’. Turn on your browser there under Camera and under Microphone. Then try again.",
  systemWindows:
    "Windows does not allow your browser. Open Settings and choose ‘Privacy & security’. Allow the camera and the microphone for your browser there. Then try again.",
  systemIos:
    "Your iPhone or iPad does not allow your browser. Open Settings and find your browser in the list. Turn on Camera and Microphone there. Then try again.",
  systemAndroid:
    "Your device does not allow your browser. Open Settings, choose Apps and then your browser. Under Permissions, allow the camera and the microphone. Then try again.",
  systemOther:
    "Your computer does not allow your browser. Look for camera and microphone in the settings of your computer. Allow them for your browser. Then try again.",

  goWithout: "It does not work? The call works without, too. You can type in the chat.",
  tryAgain: "Try again",
  withoutCamera: "Go on without camera",
  withoutMicrophone: "Go on without microphone",

  cameraStopped: "Your camera has stopped. We are starting it again.",
  microphoneStopped: "Your microphone has stopped. We are starting it again.",
  cameraLost: "Your camera has stopped",
  microphoneLost: "Your microphone has stopped",
  stoppedHelp: "This happens for example when you get another call. Is that call over? Then choose the button.",
  cameraRestart: "Turn your camera on again",
  microphoneRestart: "Turn your microphone on again",

  offline: "You have no internet now.",
  offlineHelp: "See if your wifi or mobile data is on. Is your internet back? Then we call again by ourselves.",
  counter: "The counter does not answer now.",
  nothingToDo: "You need not do anything.",
  counterHelp: "Do other websites not work either? Then it is your internet.",
  video: "The counter answers, but the video does not yet.",
  videoHelp: "Does it take long? Try another network, such as the internet of your phone.",
  blocked: "The counter answers, but the video does not get through. Mostly your network holds it back.",
  blockedHelp:
    "This sometimes happens at work or in a hotel. Turn off wifi and use the internet of your phone. Do you have a VPN? Turn it off. Then call again.",
  faltering: "Picture and sound do not get through well now.",
  falteringHelp: "Go closer to your wifi, or try another network.",
  callNow: "Call again now",
  callingNow: "We are calling again now.",
  serverAway: "The counter does not answer for a moment. The call goes on. You need not do anything.",
  chatAway: "The chat does not work for a moment. Picture and sound go on. You need not do anything.",
};
