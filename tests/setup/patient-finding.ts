// A component answers at once, but the machine may be busy: a promise is no measurement.
if (typeof document !== "undefined") {
  const { configure } = await import("@testing-library/preact");
  configure({ asyncUtilTimeout: 20_000 });
}
