const latinStart = /^[\p{Script=Latin}\p{N}<]/u;
const latinEnd = /[\p{Script=Latin}\p{N}>)]$/u;
const chineseStart = /^\p{Script=Han}/u;
const chineseEnd = /\p{Script=Han}$/u;

/** A sentence with names in it: a space stands between Chinese and a Latin name, and none beside a Chinese name. */
export function spaced(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((text, part, i) => join(join(text, String(values[i - 1] ?? '')), part));
}

function join(before: string, after: string): string {
  const apart =
    (chineseEnd.test(before) && latinStart.test(after)) || (latinEnd.test(before) && chineseStart.test(after));
  return apart ? `${before} ${after}` : before + after;
}
