import { Desk } from "./Desk.js";
import { SignedIn } from "./SignedIn.js";

export const Console = () => <SignedIn>{(who) => <Desk key={who.clerk.id} {...who} />}</SignedIn>;
