import type { HelperInvitation } from "@balie/contract/helper-page";
import { useTexts } from "../../platform/language.js";
import { useNow } from "../../platform/now.js";
import { Facts } from "../../ui/Facts.js";
import { Heading } from "../../ui/Heading.js";
import { MainWhen } from "../../ui/When.js";
import { helperTexts } from "../call/helpers/helper.texts.js";
import { DeadEnd } from "../call/own-link/DeadEnd.js";
import { Entrance } from "../call/own-link/Entrance.js";
import type { OnStart } from "../call/own-link/own-link.js";
import { ownLinkTexts } from "../call/own-link/own-link.texts.js";
import { situationOf } from "../call/own-link/situation.js";

interface InvitationProps {
  readonly invitation: HelperInvitation;
  readonly onStart: OnStart;
}

/** Who invites, to what and when; then the way in, or why there is none. */
export const Invitation = ({ invitation, onStart }: InvitationProps) => {
  const now = useNow(15);
  const situation = situationOf(invitation, now);
  if (situation === "early" || situation === "open" || situation === "running")
    return <Coming {...{ invitation, situation, onStart }} />;
  return <Over name={invitation.invitedBy} why={situation} />;
};

const Over = ({ name, why }: { name: string; why: "ended" | "missed" | "cancelled" | "removed" | "withdrawn" }) => {
  const t = useTexts(helperTexts);
  const o = useTexts(ownLinkTexts);
  const title = why === "removed" || why === "withdrawn" ? t(`${why}Title`) : o(`${why}Title`);
  const text = why === "missed" ? o(why) : why === "ended" ? t(why) : t(why, { name });
  return <DeadEnd of={why} title={title} text={text} />;
};

type ComingProps = InvitationProps & { readonly situation: "early" | "open" | "running" };

const Coming = (props: ComingProps) => {
  const t = useTexts(helperTexts);
  const o = useTexts(ownLinkTexts);
  const { name, invitedBy, municipality, startsAt, timeZone } = props.invitation;
  return (
    <>
      <Heading of="invitation">{t("title")}</Heading>
      <p>
        {o("you", { name })}. {t("asks", { name: invitedBy, municipality: municipality.name })}{" "}
        {t("may", { name: invitedBy })}
      </p>
      <Entrance {...props} meeting={props.invitation} />
      <Facts
        facts={[
          { name: o("when"), value: <MainWhen at={startsAt} timeZone={timeZone} /> },
          { name: o("where"), value: t("whereVideo") },
        ]}
      />
      <p>{o("closed")}</p>
    </>
  );
};
