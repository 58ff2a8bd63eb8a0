/** The product's mark, the same as `assets/public/icon/mark.svg`: a key whose bow is a cloud. Own work. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="mark-ground" />
      <path
        class="mark-line"
        d="M10.5 19.5a4.7 4.7 0 1 1 1-9.3 6 6 0 0 1 10.8 1.7 4 4 0 0 1-.4 7.9M16 15v9.5M16 20h3.2M16 24.5h3.2"
      />
    </svg>
  );
}
