import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { chosenDevices, deviceShelf } from "../media/device-shelf.js";
import { type DeviceChoice, type OpenedDevices, openDevices, stopStream } from "../media/open-devices.js";

export type DeviceCheck = {
  readonly stage: "explaining" | "asking" | "open";
  readonly choice: DeviceChoice;
  readonly opened: OpenedDevices | null;
  /** Another device is being opened. */
  readonly isOpening: boolean;
  open(choice: DeviceChoice): Promise<void>;
  /** Hands over what is open; the check then no longer closes it. */
  take(): MediaStream;
};

/** Opens devices on a click and again at each choice; closes them when the check goes away. */
export const useDeviceCheck = (): DeviceCheck => {
  const [stage, setStage] = useState<DeviceCheck["stage"]>("explaining");
  const [choice, setChoice] = useState(chosenDevices);
  const [opened, setOpened] = useState<OpenedDevices | null>(null);
  const [isOpening, setOpening] = useState(false);
  const current = useRef<MediaStream | null>(null);
  const round = useRef(0);

  const open = useCallback(async (wish: DeviceChoice) => {
    const mine = ++round.current;
    setChoice(wish);
    setOpening(true);
    if (!current.current) setStage("asking");
    // First let go: some phones lend a camera only once.
    stopStream(current.current);
    const devices = await openDevices(wish);
    if (mine !== round.current) return stopStream(devices.stream);
    current.current = devices.stream;
    deviceShelf.write(wish);
    setOpened(devices);
    setOpening(false);
    setStage("open");
  }, []);

  const take = useCallback(() => {
    const stream = current.current ?? new MediaStream();
    current.current = null;
    return stream;
  }, []);

  useEffect(
    () => () => {
      round.current++;
      stopStream(current.current);
    },
    [],
  );
  return { stage, choice, opened, isOpening, open, take };
};
