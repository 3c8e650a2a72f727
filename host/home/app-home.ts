/** Where the program keeps things on this machine. */

import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export interface AppHome {
  /** Where new projects are saved. */
  readonly projects: string;
  /** Where exports go when the user names no folder. */
  readonly exports: string;
  /** What the program keeps for itself: sessions, versions, previews, settings. */
  readonly data: string;
  /** Fonts the user has added. */
  readonly fonts: string;
  /** What was heard in files of sound, so that they need not be heard again. */
  readonly sounds: string;
  /** Small pictures of films. */
  readonly thumbnails: string;
  /** Profiles finished files are held to, of the user's own. */
  readonly profiles: string;
  /** Templates of bulletins the user has made, with their music. */
  readonly bulletins: string;
  /** Sound and video taken out of packages to be rendered. */
  readonly media: string;
  /** Presets for clips and bulletins the user has made. */
  readonly presets: string;
}

export interface HomeOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  /** The user's own folder. */
  readonly user?: string;
  /** The user's folder for documents, where the shell knows it. */
  readonly documents?: string;
}

const PRODUCT = "Xưởng Tin";

/**
 * All folders under `XUONGTIN_HOME` where that is set. Otherwise documents lie where people look for theirs, the program's own data
 * where the system wants it. Nothing is made here.
 */
export function findAppHome({
  env = process.env,
  platform = process.platform,
  user = homedir(),
  documents = documentsFolder(env, platform, user),
}: HomeOptions = {}): AppHome {
  const home = env.XUONGTIN_HOME;
  const projects = home ? join(home, "projects") : join(documents, PRODUCT);
  const data = home ? join(home, "data") : dataFolder(env, platform, user);
  return {
    projects,
    exports: join(projects, "Xuất bản"),
    data,
    fonts: join(projects, "Phông chữ"),
    sounds: join(data, "sounds"),
    thumbnails: join(data, "thumbnails"),
    media: join(data, "media"),
    presets: join(projects, "Chuẩn xuất"),
    profiles: join(projects, "Chuẩn đo"),
    bulletins: join(projects, "Mẫu bản tin"),
  };
}

function dataFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform, user: string) {
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(user, "AppData", "Local"), "XuongTin");
  if (platform === "darwin") return join(user, "Library", "Application Support", "XuongTin");
  return join(env.XDG_DATA_HOME ?? join(user, ".local", "share"), "xuongtin");
}

function documentsFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  user: string,
): string {
  const named = platform === "linux" ? userDirectory(env, user) : undefined;
  return named ?? join(user, "Documents");
}

/** Linux desktops name the folder in the user's language. */
function userDirectory(env: Readonly<Record<string, string | undefined>>, user: string): string | undefined {
  try {
    const text = readFileSync(join(env.XDG_CONFIG_HOME ?? join(user, ".config"), "user-dirs.dirs"), "utf8");
    const value = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(text)?.[1]?.replace("$HOME", user);
    return value?.startsWith("/") ? value : undefined;
  } catch {
    return undefined;
  }
}
