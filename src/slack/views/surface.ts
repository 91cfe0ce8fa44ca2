import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../locales/locale.js';

/** Who a surface is for. `own_reporter`: the person whose report it is. */
export type Viewer = 'anyone' | 'own_reporter' | 'team' | 'responder' | 'lead';
/**
 * The highest class of content that a surface may show. A: id, status, deadline. B: title, components and versions,
 * severity, reporter's name. C: overview, verification, contact, messages, notes. D: advisory text.
 */
export type ContentClass = 'A' | 'B' | 'C' | 'D';

/** What is posted. `text` is what screen readers and notifications read: the whole gist, already escaped. */
export type Posted = Readonly<{ text: string; blocks: KnownBlock[] }>;
export type Drawings = { message: Posted; ephemeral: Posted; modal: ModalView; home: HomeView };
export type Kind = keyof Drawings;

/** A row of the registry: what it is, who sees it, the class of its content, and how it is drawn from plain facts. */
export type Surface<K extends Kind = Kind, F = never> = Readonly<{
  kind: K;
  who: Viewer;
  class: ContentClass;
  draw: (facts: F, locale: Locale) => Drawings[K];
}>;
