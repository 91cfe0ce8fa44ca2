import { z } from 'zod';
import { Unreadable } from '../handling/store-errors.js';
import { parseStored } from './parse-stored.js';

const Numbered = z.object({ schema: z.number().int().positive() });
type Versioned = z.infer<typeof Numbered> & Readonly<Record<string, unknown>>;

/** Turns a document of schema `n` into one of schema `n + 1`. The first step is for schema 1. */
export type Step = (document: Versioned) => Versioned;

/**
 * A document in the newest shape. Older ones are read as if they had been written today.
 * @throws Unreadable `newer` when a later version wrote it, `damaged` when it has no schema.
 */
export function upcast(document: unknown, newest: number, steps: readonly Step[] = []): unknown {
  const schema = schemaOf(document);
  if (schema > newest) throw new Unreadable('newer');
  return steps.slice(schema - 1).reduce((old, step) => step(old), document as Versioned);
}

/** The schema that a document says it has. @throws Unreadable `damaged` */
export function schemaOf(document: unknown): number {
  return parseStored(Numbered, document).schema;
}
