/** A line as it is dashed; lengths as multiples of its width. */
export function DashSample({ dash, name }: { readonly dash: readonly number[] | undefined; readonly name: string }) {
  const width = 2;
  const isDotted = dash?.includes(0) === true;
  return (
    <span className="dash-sample">
      <svg width="52" height="8" aria-hidden="true">
        <line
          x1="2"
          x2="50"
          y1="4"
          y2="4"
          strokeWidth={width}
          stroke="currentColor"
          strokeLinecap={isDotted ? "round" : "butt"}
          {...(dash && {
            strokeDasharray: dash.map((length) => Math.max(length * width, isDotted ? 0.01 : 0)).join(" "),
          })}
        />
      </svg>
      {name}
    </span>
  );
}
