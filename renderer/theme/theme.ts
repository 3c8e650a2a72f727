export type ThemeChoice = "system" | "light" | "dark";

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Shows the theme chosen, and follows the system while that is the choice. Gives back what ends following. */
export function showTheme(choice: ThemeChoice): () => void {
  const show = (): void => {
    const resolved = choice === "system" ? (dark.matches ? "dark" : "light") : choice;
    document.documentElement.dataset.theme = resolved;
  };
  show();
  if (choice !== "system") return () => undefined;
  dark.addEventListener("change", show);
  return () => dark.removeEventListener("change", show);
}
