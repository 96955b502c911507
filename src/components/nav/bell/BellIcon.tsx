/** A bell in the colour of the text around it. */
export function BellIcon() {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height="20"
      stroke="currentColor"
      strokeWidth="1.5"
      viewBox="0 0 24 24"
      width="20"
    >
      <path d="M6 10a6 6 0 1 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10Z" strokeLinejoin="round" />
      <path d="M10 20a2.2 2.2 0 0 0 4 0" strokeLinecap="round" />
    </svg>
  )
}
