import type { Locale } from '../../../locales/locale-of.js';
import type { AffectedLine } from '../../../report/affected-line.js';
import { byProduct, rangesText } from '../../../report/read-affected-lines.js';
import { cut } from '../kit/truncate.js';

/** Products with their versions, as they are shown: a product a row. */
export function linesText(lines: readonly AffectedLine[], { accept: say, terms }: Locale): string {
  return [...byProduct(lines)]
    .map(([name, ranges]) => terms.labelled(cut(name, 100), cut(rangesText(ranges, say.range), 400)))
    .join('\n');
}
