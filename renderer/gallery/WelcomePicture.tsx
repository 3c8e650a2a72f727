/** One leaflet in three scripts, drawn in the colours of the brand. */
export function WelcomePicture() {
  return (
    <svg className="welcome-picture" viewBox="0 0 260 148" aria-hidden="true">
      <g transform="rotate(-7 66 84)">
        <rect x="22" y="22" width="86" height="118" rx="3" className="welcome-paper" />
        <rect x="32" y="34" width="52" height="6" rx="2" className="welcome-ink" />
        <rect x="32" y="46" width="66" height="3" rx="1.5" className="welcome-line" />
        <rect x="32" y="53" width="60" height="3" rx="1.5" className="welcome-line" />
        <text x="32" y="96" className="welcome-script" lang="km">
          ក្រុម
        </text>
        <rect x="32" y="112" width="66" height="3" rx="1.5" className="welcome-line" />
        <rect x="32" y="119" width="42" height="3" rx="1.5" className="welcome-line" />
      </g>
      <g transform="rotate(6 196 84)">
        <rect x="154" y="22" width="86" height="118" rx="3" className="welcome-paper" />
        <text x="164" y="62" className="welcome-script" lang="lo">
          ລາວ
        </text>
        <rect x="164" y="76" width="66" height="3" rx="1.5" className="welcome-line" />
        <rect x="164" y="83" width="58" height="3" rx="1.5" className="welcome-line" />
        <rect x="164" y="90" width="62" height="3" rx="1.5" className="welcome-line" />
        <rect x="164" y="106" width="26" height="22" rx="2" className="welcome-sun" />
      </g>
      <rect x="84" y="8" width="92" height="130" rx="3" className="welcome-paper" />
      <rect x="94" y="20" width="58" height="7" rx="2" className="welcome-accent" />
      <rect x="94" y="32" width="40" height="4" rx="2" className="welcome-line" />
      <path d="M84 104c18-12 34-9 46-4s28 6 46-6v41a3 3 0 0 1-3 3H87a3 3 0 0 1-3-3z" className="welcome-hill" />
      <circle cx="137" cy="74" r="24" className="welcome-sun" />
      <path d="M124 96l3-30q10-14 20 0l3 30z" className="welcome-ink" />
      <path d="M122 66q8-6 15-20q7 14 15 20q-15-6-30 0z" className="welcome-ink" />
      <path d="M127 78h20M127 84h20" className="welcome-band" />
    </svg>
  );
}
