/** Frame rates and pixel aspects as containers write them: exact fractions. */
export interface Rational {
  readonly numerator: number;
  readonly denominator: number;
}

export const rational = (numerator: number, denominator = 1): Rational => ({ numerator, denominator });

/** The fraction as a number; NaN where its denominator is 0. */
export const rationalValue = ({ numerator, denominator }: Rational): number =>
  denominator === 0 ? Number.NaN : numerator / denominator;

/** `30000/1001` or `16:11` → a fraction; undefined where it is none, or `0/0` as ffprobe writes what it does not know. */
export function parseRational(text: string | undefined): Rational | undefined {
  const match = /^(\d+)[/:](\d+)$/.exec(text ?? "");
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2])];
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : undefined;
}
