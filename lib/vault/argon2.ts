/**
 * The one of its two dozen algorithms that we use. Loaded as a whole, the package brings all of
 * them: 220 kB that the worker would read at every start.
 */
export { argon2id } from "hash-wasm";
