const seconds = 5;

/** Records the microphone for a few seconds. Stays in this page: nothing is sent or kept. Rejects where a browser cannot record. */
export const recordVoice = (stream: MediaStream): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(new MediaStream(stream.getAudioTracks()));
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => resolve(new Blob(parts, { type: recorder.mimeType }));
    recorder.onerror = () => reject(new Error("recording failed"));
    recorder.start();
    setTimeout(() => recorder.state !== "inactive" && recorder.stop(), seconds * 1000);
  });

/** Resolves when it has sounded, with how loud it was at its loudest (0 to 1). */
export const playVoice = async (recorded: Blob): Promise<number> => {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await recorded.arrayBuffer());
    const source = new AudioBufferSourceNode(context, { buffer: sound });
    source.connect(context.destination);
    const end = new Promise((resolve) => {
      source.onended = resolve;
    });
    source.start();
    await end;
    return sound.getChannelData(0).reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  } finally {
    void context.close();
  }
};
