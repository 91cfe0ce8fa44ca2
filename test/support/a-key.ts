import { createHash } from 'node:crypto';

/** The `n`th key of tests, 32 bytes: the same each time, and as good as random. */
export const aKey = (n: number): Buffer => createHash('sha256').update(`key ${n}`).digest();
