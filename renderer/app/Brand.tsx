import "./brand.css";

/** The mark and the name. */
export function Brand() {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width={28} height={28} aria-hidden="true">
        <rect width="32" height="32" rx="7" className="brand-ground" />
        <path
          d="M7 8.5h11.5a3 3 0 0 1 3 3V24M7 14h9M7 19h9M7 24h18V12.5"
          fill="none"
          stroke="#fff"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Xưởng Tin
    </span>
  );
}
