import { css } from "lit";

/** What every page's shadow root begins with. */
export const pageStyles = css`
  :host {
    display: block;
    padding: 24px;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-bottom: 16px;
  }

  h1 {
    margin: 0;
    font-size: 26px;
  }

  pre,
  code {
    white-space: pre-wrap;
    word-break: break-all;
  }

  .cards {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
  }

  .card {
    width: 260px;
    padding: 16px;
    border: 1px solid #d9dce3;
    border-radius: 10px;
  }

  .failure {
    color: #b3261e;
  }
`;
