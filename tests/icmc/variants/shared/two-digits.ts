/** `7` becomes `07`. */
export const two = (value: number): string => String(value).padStart(2, "0");
