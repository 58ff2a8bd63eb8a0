import { useCallback, useEffect, useState } from "react";
import { ask } from "../../house/backend.ts";
import { failureWords } from "../keys-backend.ts";

export interface AnswerView<T> {
  /** `null` until the first answer. */
  value: T | null;
  /** The backend's words, when it refused. */
  failure: string | null;
  reload(): void;
}

/** What the backend answers to a GET of this path. */
export function useAnswer<T>(path: string): AnswerView<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let isCurrent = true;
    ask<T>("GET", path).then(
      (answer) => {
        if (!isCurrent) return;
        setValue(answer);
        setFailure(null);
      },
      (error: unknown) => {
        if (isCurrent) setFailure(failureWords(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [path, turn]);
  return { value, failure, reload: useCallback(() => setTurn((before) => before + 1), []) };
}
