import "@vaadin/grid";
import { columnBodyRenderer } from "@vaadin/grid/lit.js";
import { html, LitElement } from "lit";
import type { Partner, TeamMember } from "../house/backend.ts";
import { look } from "../shared/keys-backend.ts";
import { dateText } from "./date-text.ts";
import { pageStyles } from "./page-styles.ts";

const createdAt = columnBodyRenderer<Partner | TeamMember>(
  (item) => html`${dateText(new Date(item.createdAt))}`,
  [],
);

class TeamPage extends LitElement {
  static override properties = { members: { state: true } };
  static override styles = pageStyles;
  declare members: TeamMember[];

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.members = (await look<TeamMember[]>("/members")) ?? [];
  }

  override render() {
    return html`
      <header><h1>Team members</h1></header>
      <vaadin-grid .items=${this.members ?? []} all-rows-visible>
        <vaadin-grid-column path="name"></vaadin-grid-column>
        <vaadin-grid-column path="email" header="E-mail"></vaadin-grid-column>
        <vaadin-grid-column path="role"></vaadin-grid-column>
        <vaadin-grid-column header="Created at" ${createdAt}></vaadin-grid-column>
      </vaadin-grid>
    `;
  }
}

class PartnersPage extends LitElement {
  static override properties = { partners: { state: true } };
  static override styles = pageStyles;
  declare partners: Partner[];

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.partners = (await look<Partner[]>("/partners")) ?? [];
  }

  override render() {
    return html`
      <header><h1>Partners</h1></header>
      <vaadin-grid .items=${this.partners ?? []} all-rows-visible>
        <vaadin-grid-column path="name"></vaadin-grid-column>
        <vaadin-grid-column path="contract"></vaadin-grid-column>
        <vaadin-grid-column header="Created at" ${createdAt}></vaadin-grid-column>
      </vaadin-grid>
    `;
  }
}

customElements.define("team-page", TeamPage);
customElements.define("partners-page", PartnersPage);
