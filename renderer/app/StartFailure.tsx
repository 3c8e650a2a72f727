import "./start-failure.css";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { Brand } from "./Brand.tsx";

/** Shown where the machine does not answer, so that not even the language of the interface is known: both are. */
export function StartFailure({ failure }: { readonly failure: unknown }) {
  return (
    <main className="start-failure">
      <Brand />
      {diagnosticsOf(failure).map(({ code, message, hints }) => (
        <div key={code}>
          <p lang="vi">{message.vi}</p>
          {hints[0] && <p lang="vi">{hints[0].vi}</p>}
          <p lang="en" className="second">
            {message.en} {hints[0]?.en}
          </p>
        </div>
      ))}
    </main>
  );
}
