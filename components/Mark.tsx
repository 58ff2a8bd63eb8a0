/** The product's mark: a key's bow as a cloud's ring. Own work. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="mark-ground" />
      <path
        class="mark-line"
        d="M11 20.5a4.5 4.5 0 1 1 .9-8.9 5.5 5.5 0 0 1 9.9 1.5 3.8 3.8 0 0 1 .7 7.4M16 16v8m0-3h3"
      />
    </svg>
  );
}
