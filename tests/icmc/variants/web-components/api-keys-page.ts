import "@vaadin/button";
import "@vaadin/confirm-dialog";
import "@vaadin/grid";
import "@vaadin/grid/vaadin-grid-sort-column.js";
import { columnBodyRenderer } from "@vaadin/grid/lit.js";
import { html, LitElement } from "lit";
import { type ApiKey, ask } from "../house/backend.ts";
import { EXAMPLE_TOKEN } from "../shared/decoys.ts";
import { deleteKey, failureWords } from "../shared/keys-backend.ts";
import "./create-key-dialog.ts";
import { dateText } from "./date-text.ts";
import { pageStyles } from "./page-styles.ts";

/** Rows are recycled by the grid; cells stand in its light DOM, all in this shadow root. */
class ApiKeysPage extends LitElement {
  static override properties = {
    keys: { state: true },
    failure: { state: true },
    isCreating: { state: true },
    leaving: { state: true },
  };
  static override styles = pageStyles;
  declare keys: ApiKey[] | null;
  declare failure: string;
  declare isCreating: boolean;
  declare leaving: ApiKey | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.keys = null;
    this.leaving = null;
    this.isCreating = false;
    this.failure = "";
    void this.#load();
  }

  override render() {
    return html`
      <header>
        <h1>API Keys</h1>
        <vaadin-button theme="primary" @click=${() => this.#toggle(true)}>Create API key</vaadin-button>
      </header>
      <p>New here? A key looks like this: <code>${EXAMPLE_TOKEN}</code></p>
      <p class="failure" role="alert">${this.failure}</p>
      <vaadin-grid .items=${this.keys ?? []} style="height: 460px" aria-label="API Keys">
        <vaadin-grid-sort-column path="description"></vaadin-grid-sort-column>
        <vaadin-grid-sort-column
          path="createdAt"
          header="Created at"
          ${columnBodyRenderer<ApiKey>((key) => html`${dateText(new Date(key.createdAt))}`, [])}
        ></vaadin-grid-sort-column>
        <vaadin-grid-sort-column
          path="validUntil"
          header="Valid until"
          ${columnBodyRenderer<ApiKey>(
            (key) => html`${dateText(key.validUntil === null ? null : new Date(key.validUntil))}`,
            [],
          )}
        ></vaadin-grid-sort-column>
        <vaadin-grid-column
          width="140px"
          flex-grow="0"
          ${columnBodyRenderer<ApiKey>(
            (key) => html`
              <vaadin-button theme="tertiary error" @click=${() => this.#ask(key)}>Delete key</vaadin-button>
            `,
            [],
          )}
        ></vaadin-grid-column>
      </vaadin-grid>
      <create-key-dialog
        .isOpen=${this.isCreating}
        @created=${() => void this.#load()}
        @closed=${() => this.#toggle(false)}
      ></create-key-dialog>
      <vaadin-confirm-dialog
        header="Delete this API key?"
        cancel-button-visible
        confirm-text="Delete"
        confirm-theme="error primary"
        .opened=${this.leaving !== null}
        @confirm=${() => void this.#remove()}
        @cancel=${() => this.#ask(null)}
      >
        Programs that use “${this.leaving?.description}” stop working at once.
      </vaadin-confirm-dialog>
    `;
  }

  #toggle(isCreating: boolean): void {
    this.isCreating = isCreating;
  }

  #ask(key: ApiKey | null): void {
    this.leaving = key;
  }

  async #load(): Promise<void> {
    try {
      this.keys = await ask<ApiKey[]>("GET", "/api-keys");
    } catch (error) {
      this.failure = failureWords(error);
    }
  }

  async #remove(): Promise<void> {
    const key = this.leaving;
    this.leaving = null;
    try {
      if (key) await deleteKey(key.id);
      await this.#load();
    } catch (error) {
      this.failure = failureWords(error);
    }
  }
}

customElements.define("api-keys-page", ApiKeysPage);
