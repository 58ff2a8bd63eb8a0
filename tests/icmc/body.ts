import { Refusal } from "./answer.ts";

/** Fields of a JSON body, each refused with a sentence when it is not what was asked for. */
export class Body {
  readonly #fields: Record<string, unknown>;

  /** @throws {@link Refusal} when the text is not a JSON object. */
  static parse(text: string): Body {
    try {
      return new Body(JSON.parse(text));
    } catch (error) {
      if (error instanceof SyntaxError) throw new Refusal(400, "the body is not JSON");
      throw error;
    }
  }

  private constructor(value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new Refusal(400, "the body must be a JSON object");
    }
    this.#fields = value as Record<string, unknown>;
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  isNull(name: string): boolean {
    return this.#fields[name] === null;
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (typeof value !== "string" || value.trim() === "")
      throw new Refusal(400, `${name} is required`);
    return value.trim();
  }

  email(name: string): string {
    const value = this.text(name);
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
      throw new Refusal(400, `${name} is not an e-mail address`);
    return value;
  }

  /** Whole bytes, 0 or more. */
  capacity(name: string): number {
    const value = this.#fields[name];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
      throw new Refusal(400, `${name} must be a whole number of bytes, 0 or more`);
    }
    return value;
  }

  boolean(name: string): boolean {
    const value = this.#fields[name];
    if (typeof value !== "boolean") throw new Refusal(400, `${name} must be true or false`);
    return value;
  }

  inner(name: string): Body {
    if (!this.has(name)) throw new Refusal(400, `${name} is required`);
    return new Body(this.#fields[name]);
  }
}
