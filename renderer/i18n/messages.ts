import type { vi } from "./vi.ts";

/**
 * What a translation of `vi` looks like: the same keys, no more and no less. Where Vietnamese has one form of a count
 * (`…_other`), a language may add its own for one.
 */
export type Messages = MessagesLike<typeof vi>;

/** The same for a part of the messages. */
export type MessagesLike<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : MessagesLike<Words[Key]>;
} & {
  readonly [Key in keyof Words as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string;
};
