/** Carries out the last wish, one at a time: a device that is slow to switch never ends up in the state of an earlier wish.
    `set` may reject; the wish after it is still carried out. */
export const followWish = (set: (isOn: boolean) => Promise<void>): ((isOn: boolean) => void) => {
  const wish = { isOn: false, isPending: false };
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    while (wish.isPending) {
      wish.isPending = false;
      await set(wish.isOn).catch(() => undefined);
    }
    isRunning = false;
  };
  return (isOn) => {
    Object.assign(wish, { isOn, isPending: true });
    if (!isRunning) void run();
  };
};
