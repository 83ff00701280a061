/** The compiler does not know these yet: Chromium has both, Firefox the second, Safari neither. */
export type WithSpeaker = { readonly sinkId?: unknown; setSinkId?(speaker: string): Promise<void> };

export const canChooseSpeaker = (): boolean => "setSinkId" in HTMLMediaElement.prototype;

/** A speaker that is gone gives way to the browser's own choice. */
export const sendTo = async (player: WithSpeaker, speaker: string): Promise<void> => {
  if (player.sinkId !== speaker)
    await player.setSinkId?.(speaker).catch(() => (speaker ? sendTo(player, "") : undefined));
};

/** Where the graph is heard: by its context, or, where only media elements can be sent to a speaker, by one of those. */
export const openSpeaker = (context: AudioContext, exit: AudioNode) => {
  let speaker = "";
  let detour: { readonly node: MediaStreamAudioDestinationNode; readonly audio: HTMLAudioElement } | null = null;
  exit.connect(context.destination);
  const takeDetour = () => {
    const node = new MediaStreamAudioDestinationNode(context);
    const audio = new Audio();
    audio.srcObject = node.stream;
    exit.disconnect();
    exit.connect(node);
    // It was a click that chose, or the call sounds already.
    void audio.play().catch(() => undefined);
    return { node, audio };
  };
  return {
    set: (wanted: string) => {
      if (wanted === speaker) return;
      speaker = wanted;
      if ("setSinkId" in context) return void sendTo(context as WithSpeaker, wanted);
      if (!canChooseSpeaker()) return;
      detour ??= takeDetour();
      void sendTo(detour.audio, wanted);
    },
    close: () => {
      if (detour) detour.audio.srcObject = null;
    },
  };
};
