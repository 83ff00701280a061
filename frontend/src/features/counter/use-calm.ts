import { useEffect, useState } from "preact/hooks";

const afterPictureMs = 500;
const atMostMs = 3000;

/** False while the first picture of a call is on its way, three seconds at most: what nobody needs by then would only slow it. True from then on. */
export const useCalm = (hasPicture: boolean): boolean => {
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    if (isCalm) return;
    const timer = setTimeout(() => setCalm(true), hasPicture ? afterPictureMs : atMostMs);
    return () => clearTimeout(timer);
  }, [hasPicture, isCalm]);
  return isCalm;
};
