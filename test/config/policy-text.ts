import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ConfigFault, ConfigFaults } from '../../src/config/config-error.js';
import type { Files } from '../../src/config/files.js';
import { defaultPolicyFile, readPolicy } from '../../src/config/policy.js';
import type { Policy } from '../../src/deadline/policy.js';

/** The policy file and the file of days that come with the program. */
export const policyText = readFileSync(defaultPolicyFile, 'utf8');
export const daysText = readFileSync(join(dirname(defaultPolicyFile), 'calendars', 'cn.yaml'), 'utf8');

/** Files that exist only for a test. Their modes are 600 unless said otherwise. */
export function filesOf(texts: Readonly<Record<string, string>>, mode = 0o600, handedByRoot = false): Files {
  return {
    text: (path) => {
      const text = texts[path];
      if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
      return text;
    },
    mode: () => mode,
    handedByRoot: () => handedByRoot,
  };
}

/** Reads a policy and its days from texts. */
export function readTexts(policy: string, days = daysText): Policy {
  return readPolicy('policy.yaml', filesOf({ 'policy.yaml': policy, 'calendars/cn.yaml': days }));
}

/** The text with one place exchanged; a place that is not there is a fault of the test. */
export function changed(text: string, from: string | RegExp, to: string): string {
  if (text.replace(from, () => `${to}.`) === text) throw new Error(`the text has no ${from}`);
  return text.replace(from, () => to);
}

export function faultsOf(read: () => unknown): readonly ConfigFault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
}

/** The number of the first line that holds the words. */
export function lineOf(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}
