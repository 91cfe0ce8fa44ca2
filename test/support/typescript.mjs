import { register } from 'node:module';

// `node --import ./test/support/typescript.mjs file.ts` runs our sources as they are, in a process of their own.
register('./typescript-hooks.mjs', import.meta.url);
