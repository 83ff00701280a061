import { browserShelf, tabShelf } from "../../../platform/storage.js";
import { parseSoundChoice, parseVolumes, type SoundChoice, type Volumes } from "./sound-choice.rules.js";

const choices = browserShelf<SoundChoice>("sound");
/** By person, and therefore for this tab alone: a browser at a counter keeps no list of whom it met. */
const volumes = tabShelf<Volumes>("volumes");

export const keptChoice = (): SoundChoice => parseSoundChoice(choices.read());
export const keptVolumes = (): Volumes => parseVolumes(volumes.read());
export const keepSound = (choice: SoundChoice, ofPeople: Volumes): void => {
  choices.write(choice);
  volumes.write(ofPeople);
};
