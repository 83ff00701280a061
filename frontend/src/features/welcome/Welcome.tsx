import "./welcome.css";
import { useLoaded } from "../../platform/loading.js";
import { Failure } from "../../ui/Failure.js";
import { Spinner } from "../../ui/Spinner.js";
import { DeadLink } from "./DeadLink.js";
import { isDead } from "./use-acceptance.js";
import { WelcomeForm } from "./WelcomeForm.js";
import { loadWelcome } from "./welcome.api.js";

/** Where a welcome link leads: its clerk chooses a name and a password, once. */
export const Welcome = () => {
  const token = location.pathname.split("/")[2] ?? "";
  const { loading, reload } = useLoaded(token, (signal) => loadWelcome(token, signal));
  if (loading.state === "loading") return <Spinner />;
  if (loading.state === "loaded") return <WelcomeForm welcome={loading.value} token={token} />;
  return isDead(loading.error) ? <DeadLink why={loading.error} /> : <Failure error={loading.error} onRetry={reload} />;
};
