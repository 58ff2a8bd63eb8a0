import "@vaadin/button";
import "@vaadin/date-time-picker";
import "@vaadin/dialog";
import "@vaadin/text-field";
import { dialogFooterRenderer, dialogRenderer } from "@vaadin/dialog/lit.js";
import { html, LitElement } from "lit";
import { createKey, failureWords } from "../shared/keys-backend.ts";
import "./secret-text.ts";

/** Fires `created` when there is a new key, and `closed`. */
class CreateKeyDialog extends LitElement {
  static override properties = {
    isOpen: { attribute: false },
    description: { state: true },
    end: { state: true },
    token: { state: true },
    failure: { state: true },
  };
  declare isOpen: boolean;
  declare description: string;
  /** As the picker writes it: local time, `2026-11-23T14:05`. */
  declare end: string;
  declare token: string;
  declare failure: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget();
  }

  override render() {
    const state = [this.token, this.failure, this.description, this.end];
    return html`
      <vaadin-dialog
        header-title=${this.token ? "Key created" : "Create API key"}
        .opened=${this.isOpen}
        @opened-changed=${(event: CustomEvent<{ value: boolean }>) => {
          if (!event.detail.value && this.isOpen) this.#close();
        }}
        ${dialogRenderer(() => (this.token ? this.#shown() : this.#form()), state)}
        ${dialogFooterRenderer(() => this.#buttons(), state)}
      ></vaadin-dialog>
    `;
  }

  #form() {
    return html`
      <div style="display: grid; gap: 8px; width: 420px">
        <vaadin-text-field
          label="Description"
          maxlength="100"
          .value=${this.description}
          @value-changed=${(event: CustomEvent<{ value: string }>) => {
            this.description = event.detail.value;
          }}
        ></vaadin-text-field>
        <vaadin-date-time-picker
          label="Valid until"
          .step=${60}
          .i18n=${{ dateLabel: "Expiration date", timeLabel: "Expiration time" }}
          .value=${this.end}
          @value-changed=${(event: CustomEvent<{ value: string }>) => {
            this.end = event.detail.value;
          }}
        ></vaadin-date-time-picker>
        <span role="alert" style="color: #b3261e">${this.failure}</span>
      </div>
    `;
  }

  #shown() {
    return html`
      <div style="width: 420px">
        <p>Copy the key now, it is shown only once.</p>
        <secret-text .secret=${this.token}></secret-text>
      </div>
    `;
  }

  #buttons() {
    if (this.token) {
      return html`<vaadin-button @click=${() => this.#close()}>Close</vaadin-button>`;
    }
    return html`
      <vaadin-button theme="tertiary" @click=${() => this.#close()}>Cancel</vaadin-button>
      <vaadin-button theme="primary" @click=${() => void this.#send()}>Create</vaadin-button>
    `;
  }

  async #send(): Promise<void> {
    this.failure = this.end === "" ? "Choose when the key expires" : "";
    if (this.end === "") return;
    try {
      this.token = (await createKey(this.description, new Date(this.end))).token;
      this.dispatchEvent(new CustomEvent("created"));
    } catch (error) {
      this.failure = failureWords(error);
    }
  }

  #close(): void {
    this.#forget();
    this.dispatchEvent(new CustomEvent("closed"));
  }

  #forget(): void {
    this.description = "";
    this.end = "";
    this.token = "";
    this.failure = "";
  }
}

customElements.define("create-key-dialog", CreateKeyDialog);
