/** A short page of the help: paragraphs, and steps that are numbered. */
export interface GuidePage {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly (string | { readonly steps: readonly string[] })[];
}
