import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { CompanionState } from "../lib/tasks/companion-state";
import { t, type WordName } from "../lib/words/words";
import { type CompanionProps, hasVaultNews } from "./Companion";
import { Icon } from "./Icon";
import { KeysView } from "./keys/KeysView";
import { OlderCopy, VaultNotices } from "./later-parts";
import { Mark } from "./Mark";
import { PlaceIcon } from "./PlaceIcon";
import { hrefOf, type Route } from "./route";

interface Place {
  name: WordName;
  icon: ComponentChildren;
  route: Route;
  pages: Route["page"][];
}

export interface WorkspaceProps extends CompanionProps {
  state: Extract<CompanionState, { kind: "open" }>;
  vaultPage: ComponentChildren;
  settingsPage: ComponentChildren;
  /** The way to the first key; absent once it was walked. */
  tour: ComponentChildren;
  /** What is recognised on the console's page. */
  selfCheck: ComponentChildren;
}

/** The open companion in a full tab: a list of places on the left, the place itself beside it. */
export function Workspace(props: WorkspaceProps) {
  const { state, route, actions, estate, share } = props;
  const main = useRef<HTMLElement>(null);
  const address = hrefOf(route);
  // Another place begins at its top, as another page would.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the place.
  useEffect(() => {
    // In a narrow window the whole of it scrolls.
    for (const one of [main.current, document.documentElement]) one?.scrollTo({ top: 0 });
  }, [address]);
  const older = state.isOlder && <OlderCopy onGoOn={actions.onGoOnWithOlder} />;
  const news = (
    <>
      {props.siteAccess}
      {hasVaultNews(state) && <VaultNotices damaged={state.damaged} findings={state.findings} />}
    </>
  );
  return (
    <div class="workspace">
      <header class="side">
        <div class="side-brand">
          <Mark />
          <h1>ICMC Companion</h1>
        </div>
        <nav aria-label={t("places.list")}>
          <ul>
            {placesFor(state.side).map((place) => (
              <li key={place.name}>
                <a
                  href={hrefOf(place.route)}
                  aria-current={place.pages.includes(route.page) ? "page" : undefined}
                >
                  {place.icon}
                  {t(place.name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="side-foot">
          {estate.foot}
          <button
            type="button"
            class="link"
            aria-pressed={share.isOn}
            onClick={() => share.onSwitch(!share.isOn)}
          >
            <Icon name="hidden" /> {t("head.share")}
          </button>
          <button type="button" class="link" onClick={() => void actions.onLock()}>
            <Icon name="lock" /> {t("head.lockNow")}
          </button>
        </div>
      </header>
      <main ref={main} class="work" tabIndex={-1}>
        <div class="work-page">
          {/* The list of keys says both itself. What is known late stands below everything. */}
          {route.page !== "keys" && older}
          <Page {...props} older={older} news={news} />
          {route.page !== "keys" && <div class="late-news">{news}</div>}
        </div>
      </main>
    </div>
  );
}

function Page(props: WorkspaceProps & Record<"older" | "news", ComponentChildren>) {
  const { route, vaultPage, settingsPage, selfCheck, estate } = props;
  if (route.page === "vault") return <>{vaultPage}</>;
  if (route.page === "settings") return <>{settingsPage}</>;
  if (route.page === "self-check") return <>{selfCheck}</>;
  if (route.page !== "keys")
    return <>{estate.page ?? <p class="quiet">{t("places.opening")}</p>}</>;
  return (
    <section class="stack narrow" aria-label={t("places.keys")}>
      <h2>{t("places.keys")}</h2>
      {props.tour}
      <KeysView {...props} searchElsewhere={estate.results} />
    </section>
  );
}

function placesFor(side: "distributor" | "partner" | null): Place[] {
  const own: Place[] =
    side === "partner"
      ? [
          {
            name: "places.storageAccounts",
            icon: <Icon name="inbox" />,
            route: { page: "accounts" },
            pages: ["accounts", "own-account"],
          },
        ]
      : [
          {
            name: "places.contracts",
            icon: <PlaceIcon name="chart" />,
            route: { page: "contracts" },
            pages: ["contracts", "contract", "partner", "account"],
          },
        ];
  return [
    { name: "places.keys", icon: <Icon name="key" />, route: { page: "keys" }, pages: ["keys"] },
    ...own,
    {
      name: "places.brief",
      icon: <PlaceIcon name="sun" />,
      route: { page: "brief" },
      pages: ["brief"],
    },
    {
      name: "places.monthEnd",
      icon: <PlaceIcon name="calendar" />,
      route: { page: "month-end" },
      pages: ["month-end"],
    },
    {
      name: "places.regions",
      icon: <PlaceIcon name="globe" />,
      route: { page: "regions" },
      pages: ["regions"],
    },
    {
      name: "places.journal",
      icon: <PlaceIcon name="journal" />,
      route: { page: "journal" },
      pages: ["journal"],
    },
    {
      name: "places.vault",
      icon: <Icon name="shield" />,
      route: { page: "vault" },
      pages: ["vault"],
    },
    {
      name: "places.settings",
      icon: <Icon name="settings" />,
      route: { page: "settings" },
      pages: ["settings"],
    },
    {
      name: "places.selfCheck",
      icon: <Icon name="check" />,
      route: { page: "self-check" },
      pages: ["self-check"],
    },
  ];
}
