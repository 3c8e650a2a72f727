/** A program that edits a project until it is killed: `node scripted-editing.ts <data folder> <file to save to>`. Tells what is done. */

import { writeSync } from "node:fs";
import { openSource } from "../../host/make/open-source.ts";
import { createSessionStore } from "../../host/sessions/session-store.ts";

/** So long a title that snapshots are taken while it runs. */
const PADDING = "Xã Ea Tu ".repeat(3_000);
const CHANGES_PER_SAVE = 37;

const [data = "", file = ""] = process.argv.slice(2);
const { project, assets } = await openSource("leaflet-a5");
const { session } = await createSessionStore(data).create({ ...project, kind: "project" }, assets, "tờ rơi");
for (;;) {
  const { sequence, project: current } = session.state;
  const next = sequence + 1;
  const after = `${next} ${PADDING}`;
  await session.append(next, {
    label: "title.edit",
    patches: [{ path: ["title", "vi"], before: current.title.vi, after }],
  });
  writeSync(1, `change ${next}\n`);
  if (next % CHANGES_PER_SAVE === 0) {
    await session.save(file, "tờ rơi");
    writeSync(1, `saved ${next}\n`);
  }
}
