/** What a draft leaves open in brackets, besides an ellipsis. */
const placeholders = 'question|answer|name|date|day|version|link|问题|回答|姓名|日期|版本|链接';

/** In brackets; on its own within a line; and as three full stops, which logs and code have too, only at the end of what was begun. */
const gap = new RegExp(
  [
    String.raw`[\[［【]\s*(?:…+|\.{3,}|${placeholders})\s*[\]］】]`,
    String.raw`(?<![^\s:：,，、。])…+(?![^\s,，、。.;；:：!！?？])`,
    String.raw`(?:^|[:：])[^\S\n]*\.{3,}[^\S\n]*$`,
  ].join('|'),
  'imu',
);

/**
 * The first place in a draft that somebody still has to fill in, such as `…` or `[…]`. An ellipsis that ends a word is no gap.
 * `undefined` where there is none.
 */
export function draftGap(text: string): string | undefined {
  return gap
    .exec(text)?.[0]
    .replace(/^[:：]/, '')
    .trim();
}
