import { Refusal } from "../answer.ts";

const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** Storage accounts: 8 to 128 characters with all four kinds of character. */
export function checkStoragePassword(password: string): void {
  if (password.length < 8 || password.length > 128 || classesIn(password) < 4) {
    throw new Refusal(
      400,
      "password must have 8 to 128 characters with lower case, upper case, digit and special character",
    );
  }
}

/** Console users: at least 8 characters and three of the four kinds. */
export function checkUserPassword(password: string): void {
  if (password.length < 8 || classesIn(password) < 3) {
    throw new Refusal(400, "password must have at least 8 characters of three different kinds");
  }
}

function classesIn(password: string): number {
  return CLASSES.filter((kind) => kind.test(password)).length;
}
