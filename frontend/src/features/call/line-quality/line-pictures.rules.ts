/** Pictures of one direction, looked after every `secondsPerLook`. `looksLeft`: so long none; `looksOfWait`: how long the next time. */
export type PictureWatch = {
  readonly hasPictures: boolean;
  readonly looksPoor: number;
  readonly looksLeft: number;
  readonly looksOfWait: number;
  readonly looksOfPictures: number;
};

/** `loss`: a share, of the packets of that direction. */
export type Way = { readonly loss: number; readonly roundTripMs: number | null };

export const secondsPerLook = 2;
export const looks = (seconds: number) => seconds / secondsPerLook;

const picturesStopAfter = looks(8);
const firstWait = looks(20);
const longestWait = looks(160);
const steadyAfter = looks(40);

export const newPictureWatch: PictureWatch = {
  hasPictures: true,
  looksPoor: 0,
  looksLeft: 0,
  looksOfWait: firstWait,
  looksOfPictures: 0,
};

export const afterLook = (watch: PictureWatch, way: Way): PictureWatch => {
  const thin = tooThin(way);
  const next = { ...watch, looksPoor: thin > 0 ? watch.looksPoor + thin : 0 };
  return watch.hasPictures ? withPictures(next) : withoutPictures(next, hasRoom(way));
};

/** How much too thin, in looks. Sound that falls out without packets lost or long under way is the device's own trouble, and fewer packets
    are no help. A line that loses a quarter or holds everything up for seconds is not waited for as long. */
const tooThin = ({ loss, roundTripMs }: Way): number => {
  const trip = roundTripMs ?? 0;
  if (loss >= 0.25 || trip >= 1500) return 2;
  return loss >= 0.1 || trip >= 800 ? 1 : 0;
};

/** The voice alone leaves nearly all lines room: one that still loses some of it, or is slow with it, has none for pictures. */
const hasRoom = ({ loss, roundTripMs }: Way): boolean => loss < 0.05 && (roundTripMs ?? 0) < 800;

const withPictures = (watch: PictureWatch): PictureWatch => {
  const looksOfPictures = watch.looksOfPictures + 1;
  if (watch.looksPoor < picturesStopAfter)
    return { ...watch, looksOfPictures, looksOfWait: looksOfPictures >= steadyAfter ? firstWait : watch.looksOfWait };
  return { ...watch, hasPictures: false, looksLeft: watch.looksOfWait, looksOfPictures: 0 };
};

/** Back when the line has had room for a while; each failed try doubles that while. */
const withoutPictures = (watch: PictureWatch, hasRoom: boolean): PictureWatch => {
  if (!hasRoom) return { ...watch, looksLeft: watch.looksOfWait };
  if (watch.looksLeft > 1) return { ...watch, looksLeft: watch.looksLeft - 1 };
  const looksOfWait = Math.min(longestWait, watch.looksOfWait * 2);
  return { ...watch, hasPictures: true, looksLeft: 0, looksPoor: 0, looksOfWait, looksOfPictures: 0 };
};
