const shapes = {
  camera: "M3 6h12v12H3zM15 10l6-3v10l-6-3",
  cameraOff: "M3 6h12v12H3zM15 10l6-3v10l-6-3M2 2l20 20",
  chat: "M3 4h18v13H10l-5 4v-4H3z",
  hangUp: "M3 15c5-6 13-6 18 0l-3 3-4-2v-3c-1.500-.5-2.500-.5-4 0v3l-4 2z",
  look: "M2 12c5-8 15-8 20 0-5 8-15 8-20 0zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  microphone: "M9 4a3 3 0 0 1 6 0v7a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v4",
  microphoneOff: "M9 4a3 3 0 0 1 6 0v7a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v4M2 2l20 20",
  screen: "M2 4h20v13H2zM8 21h8M12 7v7M9 10l3-3 3 3",
  screenOff: "M2 4h20v13H2zM8 21h8M9 8l6 6M15 8l-6 6",
  sound: "M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11",
} as const;

export type CallIconName = keyof typeof shapes;

/** Beside words, never instead of them. */
export const CallIcon = ({ name }: { name: CallIconName }) => (
  <svg class="balie-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
);
