import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../locales/locale-of.js';

/** Who may take a route. */
export type Role = 'anyone' | 'responder' | 'lead';
/** Whom a surface is for. `own_reporter`: the person whose report it is. */
export type Audience = Role | 'own_reporter';
/**
 * The highest class of content that a surface may show. A: id, status, deadline. B: title, components and versions,
 * severity, reporter's name. C: overview, verification, contact, messages, notes. D: advisory text.
 */
export type ContentClass = 'A' | 'B' | 'C' | 'D';

/**
 * What is posted. `text` is what screen readers hear and a locked phone shows: the gist, already escaped, and of class A
 * whatever the class of the blocks. Only what is public may say more there.
 */
export type Posted = Readonly<{ text: string; blocks: KnownBlock[] }>;
export type Drawings = { message: Posted; ephemeral: Posted; modal: ModalView; home: HomeView };
export type Kind = keyof Drawings;

/** A row of the registry: what it is, whom it is for, the class of its content, and how it is drawn from plain facts. */
export type Surface<K extends Kind = Kind, A extends Audience = Audience, F = never> = Readonly<{
  kind: K;
  audience: A;
  class: ContentClass;
  draw: (facts: F, locale: Locale) => Drawings[K];
}>;

/** Declares a surface beside its drawing. It can be shown once the registry has it. */
export function surface<K extends Kind, A extends Audience, F>(
  kind: K,
  audience: A,
  content: ContentClass,
  draw: Surface<K, A, F>['draw'],
): Surface<K, A, F> {
  return { kind, audience, class: content, draw };
}

/** Declares a modal that can be submitted, by its callback id. */
export function form<C extends string, A extends Audience, F>(
  callback: C,
  audience: A,
  content: ContentClass,
  draw: Surface<'modal', A, F>['draw'],
): Surface<'modal', A, F> & Readonly<{ callback: C }> {
  return { ...surface('modal', audience, content, draw), callback };
}
