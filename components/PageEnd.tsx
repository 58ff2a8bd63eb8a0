import { useEffect, useRef } from "preact/hooks";

/** Below what is drawn of a long list: more of it follows when this comes into view. */
export function PageEnd({ words, onReached }: { words: string; onReached: () => void }) {
  const mark = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) onReached();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [onReached]);
  return (
    <button type="button" class="link" ref={mark} onClick={onReached}>
      {words}
    </button>
  );
}
