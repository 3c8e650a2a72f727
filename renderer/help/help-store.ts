/** Which part of the help is shown over the screen. */

import { createStore } from "zustand/vanilla";

export type HelpTopic = "keys" | "guide" | "settings" | "about";

export const help = createStore<{ readonly topic: HelpTopic | undefined }>(() => ({ topic: undefined }));

export const showHelp = (topic: HelpTopic): void => help.setState({ topic });

export const closeHelp = (): void => help.setState({ topic: undefined });
