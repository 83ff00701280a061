import { consoleTexts } from "./features/counter/console.texts.js";
import { SessionNotice } from "./features/counter/SessionNotice.js";
import { SignedIn, type SignedInClerk } from "./features/counter/SignedIn.js";
import { useSession } from "./features/counter/use-session.js";
import { Roster } from "./features/interpreting/roster/Roster.js";
import { rosterTexts } from "./features/interpreting/roster/roster.texts.js";
import { startPage } from "./platform/start-page.js";
import { Fence } from "./ui/Fence.js";
import { Page } from "./ui/Page.js";
import { clerkRefusalTexts, refusalTexts, uiTexts } from "./ui/texts.js";

/** What is filled in stays behind a session that ended. */
const RosterDesk = ({ clerk, onLeave, onOther }: SignedInClerk) => {
  const session = useSession({ clerk, isIdle: false, onLeave: () => onLeave("expired"), onOther });
  return (
    <>
      <SessionNotice session={session} />
      <Roster clerk={clerk} />
    </>
  );
};

void startPage([uiTexts, refusalTexts, clerkRefusalTexts, consoleTexts, rosterTexts], () => (
  <Page isWide>
    <Fence>
      <SignedIn>{(who) => <RosterDesk key={who.clerk.id} {...who} />}</SignedIn>
    </Fence>
  </Page>
));
