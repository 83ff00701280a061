type Telling = {
  readonly ids: readonly string[];
  readonly tell: (id: string) => Promise<unknown>;
  /** Waits a while; returns how to stop that. */
  readonly later: (act: () => void) => () => void;
};

/** Tells of each after a while, and of who could not be told of once more after another: until then they are not let in. Returns how to stop. */
export const keepTelling = ({ ids, tell, later }: Telling): (() => void) => {
  let isOver = false;
  let stopWaiting: () => void = () => undefined;
  const tellAll = async (left: readonly string[]) => {
    const outcomes = await Promise.allSettled(left.map(tell));
    const untold = left.filter((_id, index) => outcomes[index]?.status === "rejected");
    if (!isOver && untold.length > 0) wait(untold);
  };
  const wait = (left: readonly string[]) => {
    stopWaiting = later(() => void tellAll(left));
  };
  wait(ids);
  return () => {
    isOver = true;
    stopWaiting();
  };
};
