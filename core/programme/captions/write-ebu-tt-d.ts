import type { Cue } from "../../document/schema/programme.ts";
import { formatClock } from "./caption-times.ts";

/** EBU-TT-D 1.0 (EBU Tech 3380): white on a dark box, in the middle at the foot of the picture. */
export function formatEbuTtD(cues: readonly Cue[], language: string): string {
  const paragraphs = cues.map(({ from, to, text }, index) => {
    const lines = text.split("\n").map((line) => `<tt:span style="words">${escaped(line)}</tt:span>`);
    const times = `begin="${formatClock(from, ".")}" end="${formatClock(to, ".")}"`;
    return `      <tt:p xml:id="c${index + 1}" region="foot" style="line" ${times}>${lines.join("<tt:br/>")}</tt:p>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ebuttm="urn:ebu:tt:metadata" xmlns:ebutts="urn:ebu:tt:style" ttp:timeBase="media" ttp:cellResolution="32 15" xml:lang="${escaped(language)}">
  <tt:head>
    <tt:metadata>
      <ebuttm:documentMetadata>
        <ebuttm:conformsToStandard>urn:ebu:tt:distribution:2014-01</ebuttm:conformsToStandard>
      </ebuttm:documentMetadata>
    </tt:metadata>
    <tt:styling>
      <tt:style xml:id="line" tts:fontFamily="sansSerif" tts:fontSize="80%" tts:lineHeight="125%" tts:textAlign="center" ebutts:linePadding="0.5c"/>
      <tt:style xml:id="words" tts:color="#FFFFFF" tts:backgroundColor="#000000C2"/>
    </tt:styling>
    <tt:layout>
      <tt:region xml:id="foot" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after"/>
    </tt:layout>
  </tt:head>
  <tt:body>
    <tt:div>
${paragraphs.join("\n")}
    </tt:div>
  </tt:body>
</tt:tt>
`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
