import { html, LitElement } from "lit";
import type { Overview } from "../house/backend.ts";
import { CURL_EXAMPLE } from "../shared/decoys.ts";
import { look } from "../shared/keys-backend.ts";
import { terabytes } from "../shared/terabytes.ts";
import { pageStyles } from "./page-styles.ts";

class OverviewPage extends LitElement {
  static override properties = { contracts: { state: true } };
  static override styles = pageStyles;
  declare contracts: Overview["contracts"];

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.contracts = [];
    this.contracts = (await look<Overview>("/overview"))?.contracts ?? [];
  }

  override render() {
    return html`
      <header><h1>Overview</h1></header>
      <div class="cards">
        ${this.contracts.map(
          ({ details, allocatedCapacity }) => html`
            <div class="card">
              <strong>${details}</strong>
              <p>${terabytes(allocatedCapacity, "en")} allocated</p>
            </div>
          `,
        )}
      </div>
    `;
  }
}

class DocsPage extends LitElement {
  static override styles = pageStyles;

  override render() {
    return html`
      <header><h1>API reference</h1></header>
      <p>Send an API key with every request:</p>
      <pre><code>${CURL_EXAMPLE}</code></pre>
    `;
  }
}

customElements.define("overview-page", OverviewPage);
customElements.define("docs-page", DocsPage);
