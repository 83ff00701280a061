const shapes = {
  calendar: "M7 2v3M17 2v3M3 9h18M4 5h16v16H4z",
  camera: "M3 6h12v12H3zM15 10l6-3v10l-6-3",
  check: "M4 12l6 6L20 6",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l4 2",
  cross: "M5 5l14 14M19 5L5 19",
  earlier: "M15 5l-7 7 7 7",
  later: "M9 5l7 7-7 7",
  mail: "M3 5h18v14H3zM3 6l9 7 9-7",
  warning: "M12 3L2 21h20zM12 10v5M12 18v.5",
} as const;

export type IconName = keyof typeof shapes;

/** Beside words, never instead of them: hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="balie-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
);
