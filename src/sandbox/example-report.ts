import type { Language, TypedForm } from '../report/form.js';
import type { Block } from './message-log.js';

type Example = Partial<TypedForm>;

/** An invented vulnerability, as somebody might report it. */
export const exampleReports: Readonly<Record<Language, Example>> = {
  en: {
    title: 'A viewer can read the secrets of another workspace',
    overview:
      'Any signed-in user gets the secrets of any workspace by asking the API for them by name. The server checks that somebody is signed in. It does not check that they belong to the workspace.',
    versions: ['KubeSphere v4.1'],
    otherVersions: '4.1.0 to 4.1.2',
    verification:
      '1. Sign in as a user with the role platform-regular.\n2. Ask for the secrets of a workspace that you are not in.\n3. The answer is 200, with the secrets.',
    contact: 'ana@members.example',
  },
  zh: {
    title: '普通用户可以读取其他企业空间的密钥',
    overview:
      '任何已登录的用户，只要知道名称，就能通过 API 读取任意企业空间的密钥。服务端只检查用户是否登录，没有检查用户是否属于该企业空间。',
    versions: ['KubeSphere v4.1'],
    otherVersions: '4.1.0 至 4.1.2',
    verification:
      '1. 以 platform-regular 角色的用户登录。\n2. 请求一个自己不在其中的企业空间的密钥。\n3. 返回 200，并带有密钥内容。',
    contact: 'ana@members.example',
  },
};

/** The block of each field in the report form. */
const blocks = {
  title: 'title',
  overview: 'overview',
  versions: 'versions',
  otherVersions: 'other_versions',
  verification: 'verification',
  contact: 'contact',
} as const;

/** What to fill in by block id; `undefined` for any view but the report form. */
export function exampleFor(
  view: readonly Block[],
  language: Language,
): Readonly<Record<string, string | readonly string[]>> | undefined {
  const inputs = new Set(view.filter(({ type }) => type === 'input').map(({ block_id }) => block_id));
  if (![blocks.title, blocks.overview, blocks.verification].every((block) => inputs.has(block))) return undefined;
  const example = exampleReports[language];
  const fields = Object.entries(blocks) as [keyof typeof blocks, string][];
  return Object.fromEntries(
    fields.flatMap(([field, block]) => (inputs.has(block) ? [[block, example[field] ?? '']] : [])),
  );
}
