/** The host stands in the page's own styles, which must not reach it. */
export const HOST_LOOK =
  "all:initial!important;letter-spacing:inherit!important;word-spacing:inherit!important;position:fixed!important;display:block!important;width:max-content!important;height:max-content!important;z-index:2147483647!important;pointer-events:auto!important;";
/** Looks of the control, in its shadow tree. */
export const SHEET = `
.card{display:flex;align-items:center;gap:12px;max-width:min(460px,calc(100vw - 24px));box-sizing:border-box;padding:10px 10px 10px 14px;border-radius:12px;font:400 13px/18px system-ui,sans-serif;color:#1b2430;background:#fff;box-shadow:0 0 0 1px #d5dbe3,0 8px 28px #0f172a2e}
.mark{flex:none;width:22px;height:22px;border-radius:7px;background:radial-gradient(circle at 8px 11px,transparent 2px,#fff 2.3px 4.4px,transparent 4.7px),linear-gradient(#fff,#fff) 12px 10px/7px 2px no-repeat,linear-gradient(#fff,#fff) 16px 11px/2px 4px no-repeat,#2457d6}
.words{flex:1;min-width:90px}
button{flex:none;all:unset;box-sizing:border-box;cursor:pointer;padding:7px 14px;border-radius:8px;font:600 13px/18px system-ui,sans-serif;white-space:nowrap;color:#fff;background:#2457d6}
button:hover{background:#1c47b3}button:focus-visible{outline:2px solid #2457d6;outline-offset:2px}button[aria-disabled=true]{opacity:.6}
.saved .mark{position:relative;background:#147a45}.saved .mark::after{content:"";position:absolute;left:7.5px;top:3.5px;width:4.5px;height:9px;border:solid #fff;border-width:0 2.2px 2.2px 0;transform:rotate(45deg)}
.saved .words{font-weight:600;color:#0f5c36;padding-right:8px}.failed .mark{background:linear-gradient(#fff,#fff) 10px 5px/2px 8px no-repeat,linear-gradient(#fff,#fff) 10px 15px/2px 2px no-repeat,#c22b2b}
kbd{margin-left:6px;padding:0 4px;border-radius:4px;font:500 11px/16px system-ui,sans-serif;white-space:nowrap;color:#48505c;background:#eef0f3}
.dark{color:#e8ecf2;background:#1d232c;box-shadow:0 0 0 1px #3a4350,0 8px 28px #0009}.dark kbd{color:#c2c9d3;background:#272b32}.dark button{background:#3b6df0}.dark button:hover{background:#5883f5}.dark.saved .words{color:#8fe0b3}
@media(forced-colors:active){.card,button{border:1px solid}}
`;
