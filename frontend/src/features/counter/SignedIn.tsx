import "./console.css";
import type { ClerkView } from "@balie/contract/clerks";
import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import { Refusal } from "../../platform/api.js";
import { useLoaded } from "../../platform/loading.js";
import { Failure } from "../../ui/Failure.js";
import { Spinner } from "../../ui/Spinner.js";
import { fetchClerk } from "./counter.api.js";
import { SignIn } from "./SignIn.js";

export interface SignedInClerk {
  readonly clerk: ClerkView;
  readonly onLeave: (why: "chosen" | "expired") => void;
  readonly onOther: (clerk: ClerkView) => void;
}

interface SignedInProps {
  readonly children: (who: SignedInClerk) => ComponentChildren;
}

/** Who is signed in decides: what is for them, or the way in. */
export const SignedIn = ({ children }: SignedInProps) => {
  const { loading, reload, put } = useLoaded<ClerkView | null>("clerk", whoIsIt);
  const [wasSignedOut, setSignedOut] = useState(false);
  const leave = useCallback(
    (why: "chosen" | "expired") => {
      setSignedOut(why === "expired");
      put(null);
    },
    [put],
  );
  if (loading.state === "loading") return <Spinner />;
  if (loading.state === "failed") return <Failure error={loading.error} onRetry={reload} />;
  if (!loading.value) return <SignIn wasSignedOut={wasSignedOut} onSignedIn={put} />;
  return <>{children({ clerk: loading.value, onLeave: leave, onOther: put })}</>;
};

/** null: nobody. */
const whoIsIt = async (signal: AbortSignal): Promise<ClerkView | null> => {
  try {
    return await fetchClerk(signal);
  } catch (error) {
    if (error instanceof Refusal && error.code === "unauthenticated") return null;
    throw error;
  }
};
