// This document has no focus, so `navigator.clipboard` refuses; the older command does not.
document.addEventListener("copy", (event) => {
  event.clipboardData?.setData("text/plain", "");
  event.preventDefault();
});
document.execCommand("copy");
