import type { Command } from "../command.ts";
import { bulletinCommand } from "./bulletin.ts";
import { captionsCommand } from "./captions.ts";
import { checkCommand } from "./check.ts";
import { convertTextCommand } from "./convert-text.ts";
import { doctorCommand } from "./doctor.ts";
import { fontsCommand } from "./fonts.ts";
import { languagesCommand } from "./languages.ts";
import { makeCommand } from "./make.ts";
import { measureCommand } from "./measure.ts";
import { packCommand } from "./pack.ts";
import { peaksCommand } from "./peaks.ts";
import { presetsCommand } from "./presets.ts";
import { probeCommand } from "./probe.ts";
import { renderCommand } from "./render.ts";
import { templatesCommand } from "./templates.ts";
import { thumbnailCommand } from "./thumbnail.ts";
import { titlesCommand } from "./titles.ts";
import { translateCommand } from "./translate.ts";

/** Every command of the program, in the order of its help. */
export const commands: readonly Command[] = [
  templatesCommand,
  makeCommand,
  checkCommand,
  translateCommand,
  convertTextCommand,
  packCommand,
  bulletinCommand,
  renderCommand,
  titlesCommand,
  captionsCommand,
  probeCommand,
  measureCommand,
  peaksCommand,
  thumbnailCommand,
  presetsCommand,
  fontsCommand,
  languagesCommand,
  doctorCommand,
];
