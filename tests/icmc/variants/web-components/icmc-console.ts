import "@vaadin/app-layout";
import "@vaadin/button";
import "@vaadin/side-nav";
import { css, html, LitElement } from "lit";
import { navigate, onRoute, PATHS } from "../shared/route.ts";
import type { SignedInConsole } from "../shared/start-console.ts";
import "./api-keys-page.ts";
import "./people-pages.ts";
import "./plain-pages.ts";

const ENTRIES = [
  [PATHS.overview, "Overview"],
  [PATHS.partners, "Partners"],
  [PATHS.teamMembers, "Team members"],
  [PATHS.apiKeys, "API Keys"],
  [PATHS.docs, "API reference"],
] as const;

/** The whole application, in a shadow root. */
export class IcmcConsole extends LitElement {
  static override properties = { signedIn: { attribute: false }, path: { state: true } };
  static override styles = css`
    .name {
      flex: 1;
      padding: 0 16px;
      font-weight: 600;
    }
    .person {
      padding-right: 12px;
    }
  `;
  declare signedIn: SignedInConsole;
  declare path: string;
  #stop: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.path = location.pathname;
    this.#stop = onRoute(() => {
      this.path = location.pathname;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render() {
    return html`
      <vaadin-app-layout primary-section="navbar">
        <span slot="navbar" class="name">Management Console</span>
        <span slot="navbar" class="person">${this.signedIn.session.user.name}</span>
        <vaadin-button slot="navbar" theme="tertiary" @click=${this.signedIn.signOut}>Sign out</vaadin-button>
        <vaadin-side-nav
          slot="drawer"
          aria-label="Main"
          .onNavigate=${({ path }: { path: string | undefined }) => navigate(path ?? "/")}
          .location=${this.path}
        >
          ${ENTRIES.map(
            ([to, title]) => html`<vaadin-side-nav-item path=${to}>${title}</vaadin-side-nav-item>`,
          )}
        </vaadin-side-nav>
        ${this.#page()}
      </vaadin-app-layout>
    `;
  }

  #page() {
    switch (this.path) {
      case PATHS.apiKeys:
        return html`<api-keys-page></api-keys-page>`;
      case PATHS.teamMembers:
        return html`<team-page></team-page>`;
      case PATHS.partners:
        return html`<partners-page></partners-page>`;
      case PATHS.docs:
        return html`<docs-page></docs-page>`;
      default:
        return html`<overview-page></overview-page>`;
    }
  }
}

customElements.define("icmc-console", IcmcConsole);
