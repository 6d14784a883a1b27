import { useEffect } from "preact/hooks";
import type { View } from "./address/address.ts";
import { view } from "./address/address.ts";
import { CampaignsView } from "./campaigns/campaigns-view.tsx";
import { listenToKeys } from "./components/keyboard.ts";
import { Notices } from "./components/notices.tsx";
import { followSandbox } from "./control/live.ts";
import { WithOverview } from "./control/overview.tsx";
import { FaultsView } from "./faults/faults-view.tsx";
import { LeadsView } from "./leads/leads-view.tsx";
import { LogView } from "./log/log-view.tsx";
import { MailsView } from "./mails/mails-view.tsx";
import { SandboxView } from "./sandbox/sandbox-view.tsx";
import { Banners } from "./shell/banners.tsx";
import { ClockBar } from "./shell/clock-bar.tsx";
import { Header } from "./shell/header.tsx";
import { Navigation, viewTitles } from "./shell/navigation.tsx";

const views: Readonly<Record<View, () => preact.JSX.Element>> = {
  mails: MailsView,
  campaigns: CampaignsView,
  leads: LeadsView,
  log: LogView,
  faults: FaultsView,
  sandbox: SandboxView,
};

/** The whole page. */
export function App() {
  useEffect(followSandbox, []);
  useEffect(listenToKeys, []);
  const name = view.value;
  const title = viewTitles[name];
  useEffect(() => {
    document.title = `${title} - Instantly sandbox`;
  }, [title]);
  const Shown = views[name];
  return (
    <WithOverview>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <Header />
      <ClockBar />
      <Banners />
      <Navigation />
      <main id="content" tabIndex={-1}>
        <h1 class="visually-hidden">{title}</h1>
        <Shown />
      </main>
      <Notices />
    </WithOverview>
  );
}
