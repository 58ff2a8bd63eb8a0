import "@vaadin/button";
import { css, html, LitElement } from "lit";

/** A secret with its copy button, in a shadow root of its own. */
class SecretText extends LitElement {
  static override properties = { secret: { attribute: false } };
  static override styles = css`
    code {
      display: block;
      padding: 12px;
      border-radius: 8px;
      background: #f1edfb;
      word-break: break-all;
    }
  `;
  declare secret: string;

  override render() {
    return html`
      <code class="secret">${this.secret}</code>
      <vaadin-button @click=${() => void navigator.clipboard.writeText(this.secret)}>Copy</vaadin-button>
    `;
  }
}

customElements.define("secret-text", SecretText);
