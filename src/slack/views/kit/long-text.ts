import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../../locales/locale-of.js';
import { context, marked, plain, section } from './blocks.js';
import { pieces } from './truncate.js';
import { visible } from './visible.js';

/** The most that one block of text holds. */
const mostOfABlock = 3000;

/** The whole text, in as many blocks as it needs. */
export function wholeText(text: string): KnownBlock[] {
  return pieces(text, mostOfABlock).map((part) => section(plain(part)));
}

/** The whole text under its label. */
export function longText(label: string, text: string): KnownBlock[] {
  return [section(marked(`*${label}*`)), ...wholeText(text)];
}

/** The same for what stands elsewhere already, where there was room for `limit` characters: nothing if that was enough. */
export function restOf(label: string, text: string, limit: number): KnownBlock[] {
  return visible(text).length > limit ? longText(label, text) : [];
}

/** Whether something in these blocks was cut: an ellipsis stands for the rest. Where somebody wrote one, it is said once too often. */
export function isShortened(blocks: readonly KnownBlock[]): boolean {
  return textsIn(blocks).some((text) => text.includes('…'));
}

/** Under what the team is shown shortened: where the whole is. */
export function whereTheRestIs(shown: readonly KnownBlock[], { pages: say }: Locale): KnownBlock[] {
  return isShortened(shown) ? [context(plain(say.shortenedForTeam))] : [];
}

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as Readonly<{ type?: unknown; text?: unknown }>;
  const own = (type === 'plain_text' || type === 'mrkdwn') && typeof text === 'string' ? [text] : [];
  return type === 'button' ? [] : [...own, ...Object.values(value).flatMap(textsIn)];
}
