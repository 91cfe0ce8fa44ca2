import type { KnownBlock } from '@slack/types';
import { affectedVersions } from '../../../advisory/affected-line-text.js';
import { linksOf } from '../../../advisory/references.js';
import { localDate, momentOn } from '../../../deadline/local-date.js';
import type { Locale } from '../../../locales/locale-of.js';
import { type AffectedLine, type Fix, lineName, rangeOf } from '../../../report/affected-line.js';
import { defined } from '../../../report/defined.js';
import { fixOf } from '../../../report/fixed-lines.js';
import { oneLine } from '../../../report/plain-text.js';
import type { Report } from '../../../report/report.js';
import { form } from '../declare-surface.js';
import type { FixFormFacts } from '../disclosure-facts.js';
import { context, header, modal, plain, section, textInput } from '../kit/blocks.js';
import { boxesInput, dateInput } from '../kit/choices.js';
import { httpsLink, linkLimit } from '../kit/https-link.js';
import { readInputs } from '../kit/input-values.js';
import { writeModalMetadata } from '../modal-metadata.js';

/** The inputs of a product line, with its place behind them, as `fix_version_0`. */
export const fixInputs = {
  fixVersion: 'fix_version',
  fixLink: 'fix_link',
  fixDay: 'fix_day',
  fixWont: 'fix_wont',
} as const;

/** Product lines for which a view of 100 blocks has room; those that nothing is known of come first. */
const mostLines = 16;
const versionLimit = 60;

/** The inputs of one product line, by its place among the accepted ones. */
const blocksOf = (n: number) => ({
  version: `${fixInputs.fixVersion}_${n}`,
  link: `${fixInputs.fixLink}_${n}`,
  day: `${fixInputs.fixDay}_${n}`,
  wont: `${fixInputs.fixWont}_${n}`,
});

/** What became of each accepted product line. */
export const fixForm = form('fix_form', 'responder', 'B', (facts: FixFormFacts, locale) => {
  const { report, accepted } = facts;
  const { remediation, terms } = locale;
  const { id, lines } = report;
  const shown = linesToAsk(report);
  const blocks: KnownBlock[] = [
    section(plain(remediation.fix.intro(id))),
    ...shown.flatMap((n) => lineBlocks(n, facts, locale)),
    ...(lines.length > shown.length ? [context(plain(remediation.fix.tooMany(shown.length)))] : []),
  ];
  return modal(
    { title: remediation.title.fix, close: terms.cancel, blocks },
    {
      submit: remediation.submit.record,
      carries: writeModalMetadata({ id, place: accepted }),
    },
  );
});

function linesToAsk({ lines, fixes }: Report): number[] {
  const places = lines.map((_, n) => n);
  const known = (n: number) => lines[n] !== undefined && fixOf(lines[n], fixes) !== undefined;
  return [...places.filter((n) => !known(n)), ...places.filter(known)].slice(0, mostLines);
}

/** Values of the two boxes. */
const [newer, wontFix] = ['newer_as_said', 'wont_fix'] as const;

function lineBlocks(n: number, { report, today, zone }: FixFormFacts, locale: Locale): KnownBlock[] {
  const { fix: say } = locale.remediation;
  const line = report.lines[n];
  if (line === undefined) return [];
  const recorded = fixOf(line, report.fixes);
  const fixed = recorded?.outcome === 'fixed' ? recorded : undefined;
  const at = blocksOf(n);
  const ticked = recorded?.outcome === 'wont_fix' ? wontFix : fixed?.newerAsSaid === true ? newer : undefined;
  return [
    header(line.line),
    context(plain(say.affected(affectedVersions(line, locale)), 300)),
    textInput({ id: at.version, label: say.version, optional: true, limit: versionLimit, value: fixed?.version }),
    textInput({
      id: at.link,
      label: say.link,
      hint: say.linkHint,
      optional: true,
      limit: 2 * linkLimit,
      value: linksOf(fixed).join(' '),
    }),
    dateInput(
      { id: at.day, label: say.day, optional: true },
      fixed === undefined ? today : localDate(fixed.releasedAt, zone),
    ),
    boxesInput(
      { id: at.wont, label: say.moreLabel, optional: true },
      [
        [newer, say.newer, say.newerWhen],
        [wontFix, say.wont],
      ],
      ticked === undefined ? [] : [ticked],
    ),
  ];
}

type ReadFixes = Readonly<{ fixes: readonly Fix[]; byBlock: Readonly<Record<string, string>> }>;

/** Reads the form against the lines it asked about: what is filled in, and what is wrong at which input. */
export function readFixes(
  values: unknown,
  lines: readonly AffectedLine[],
  zone: string,
  { remediation }: Locale,
): ReadFixes {
  const read = readInputs(values);
  const byBlock: Record<string, string> = {};
  const fixes = lines.flatMap((affected, n): Fix[] => {
    const { line } = affected;
    const range = rangeOf(affected);
    const at = blocksOf(n);
    const version = oneLine(read.text(at.version));
    const chosen = read.choices(at.wont);
    if (chosen.includes(wontFix)) {
      if (version !== '') byBlock[at.version] = remediation.fix.both;
      return [{ outcome: 'wont_fix', line, range }];
    }
    if (version === '') return [];
    const typed = oneLine(read.text(at.link))
      .split(' ')
      .filter((part) => part !== '');
    const [link, ...otherLinks] = typed.flatMap((part) => httpsLink(part) ?? []);
    if (typed.some((part) => httpsLink(part) === undefined)) byBlock[at.link] = remediation.notALink;
    const day = read.day(at.day);
    if (day === undefined) {
      byBlock[at.day] = remediation.fix.dayMissing;
      return [];
    }
    const releasedAt = momentOn(day, '00:00', zone);
    const newerAsSaid = chosen.includes(newer) ? (true as const) : undefined;
    return [
      {
        outcome: 'fixed',
        line,
        range,
        version,
        ...defined({ link, newerAsSaid }),
        ...(otherLinks.length === 0 ? {} : { otherLinks }),
        releasedAt,
      },
    ];
  });
  const asked = lines.findIndex((_, n) => read.has(blocksOf(n).version));
  if (fixes.length === 0 && Object.keys(byBlock).length === 0)
    byBlock[blocksOf(Math.max(asked, 0)).version] = remediation.fix.nothing;
  return { fixes, byBlock };
}

/** The input at which a refusal about a product line belongs, which it names by `lineName`. */
export function fixBlock(line: string, lines: readonly AffectedLine[], about: 'version' | 'day'): string {
  return blocksOf(
    Math.max(
      0,
      lines.findIndex((one) => lineName(one, lines) === line),
    ),
  )[about];
}
