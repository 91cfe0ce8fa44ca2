import type { Advisory, Publisher } from '../../src/advisory/advisory.js';
import { CreditRole } from '../../src/report/form.js';
import { readSeverity, Severity } from '../../src/report/severity.js';

export const publisher: Publisher = {
  project: 'KubeSphere',
  contact: 'security@kubesphere.example',
  vendor: 'KubeSphere',
  namespace: 'https://kubesphere.example',
  advisories: 'https://kubesphere.example/security/{id}',
  products: [
    {
      name: 'KubeSphere v4',
      repository: 'https://git.kubesphere.example/kubesphere',
      packages: [
        {
          ecosystem: 'Go',
          name: 'kubesphere.io/kubesphere',
          purl: 'pkg:golang/kubesphere.io/kubesphere',
          cpe: 'cpe:2.3:a:kubesphere:kubesphere:*:*:*:*:*:*:*:*',
        },
      ],
    },
    {
      name: 'ks-py',
      vendor: 'Another vendor',
      packages: [
        { ecosystem: 'PyPI', name: 'ks-py' },
        { ecosystem: 'Debian:12', name: 'python3-ks' },
      ],
    },
  ],
  day: (at) => at.toISOString().slice(0, 10),
};

const severity = (vector: string) => Severity.parse(readSeverity(vector));
const at = (day: string) => new Date(`${day}T08:00:00Z`);
const v4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N';
const released = { outcome: 'fixed', releasedAt: at('2026-10-12') } as const;

const plain: Advisory = {
  id: 'VR-7K2Q-9FDX',
  project: 'KubeSphere',
  revision: 1,
  text: {
    en: {
      title: 'A member can read resources of other projects',
      summary: 'The interface does not check whether a member may read a resource.\n\nAny member can read all of them.',
    },
  },
  severity: severity('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N'),
  affected: [
    {
      line: 'KubeSphere v4',
      from: '4.0.0',
      upTo: '4.1.2',
      fix: {
        ...released,
        line: 'KubeSphere v4',
        version: 'v4.1.3',
        link: 'https://kubesphere.example/releases/v4.1.3',
      },
    },
  ],
  cves: ['CVE-2026-46528'],
  cwes: [],
  credits: [{ name: 'Rae', link: 'https://rae.example/about' }],
  anonymousCredits: 0,
  references: ['https://kubesphere.example/issues/6227'],
  publishedAt: at('2026-10-14'),
  revisions: [{ revision: 1, at: at('2026-10-14'), change: 'First published.' }],
};
const unnumbered: Advisory = { ...plain, cves: [] };

export const cases: Readonly<Record<string, Advisory>> = {
  'one line, patched': plain,
  'several product lines': {
    ...plain,
    affected: [
      ...plain.affected,
      {
        line: 'KubeSphere v3',
        from: '3.0.0',
        upTo: '3.4.1',
        fix: { ...released, line: 'KubeSphere v3', version: '3.4.2' },
      },
      { line: 'KubeSphere Enterprise v4', fix: { ...released, line: 'KubeSphere Enterprise v4', version: '4.1.3' } },
      { line: 'KubeSphere v4', upTo: '3.9.9', fix: { ...released, line: 'KubeSphere v4', version: 'v4.1.3' } },
    ],
  },
  'several ranges of products with packages, several numbers': {
    ...plain,
    cves: ['CVE-2026-46528', 'CVE-2026-46529'],
    credits: [...plain.credits, { name: 'Dev', role: 'remediation_developer' }],
    cwes: [
      { id: 'CWE-639', name: 'Authorization Bypass Through User-Controlled Key' },
      { id: 'CWE-862', name: 'Missing Authorization' },
    ],
    affected: [
      {
        line: 'KubeSphere v4',
        from: '4.0.0',
        before: '4.0.7',
        fix: {
          ...released,
          line: 'KubeSphere v4',
          range: { from: '4.0.0', before: '4.0.7' },
          version: 'v4.0.7',
          link: 'https://kubesphere.example/releases/v4.0.7',
          otherLinks: ['https://git.kubesphere.example/kubesphere/commit/2c1f'],
        },
      },
      { line: 'KubeSphere v4', from: '4.1.0', fix: { ...released, line: 'KubeSphere v4', version: 'v4.1.3' } },
      { line: 'ks-py', upTo: '1!2.0rc1', fix: { ...released, line: 'ks-py', version: '1!2.0' } },
      { line: 'ks-py', from: '3.0', upTo: '3.0' },
    ],
  },
  'no CVE number, no link anywhere': {
    ...unnumbered,
    references: [],
    affected: [{ line: 'KubeSphere v4', from: '4.0' }],
  },
  'anonymous credit': { ...plain, credits: [], anonymousCredits: 2 },
  'Chinese beside English': {
    ...plain,
    text: {
      en: { ...plain.text.en, workaround: 'Take the role "viewer" away from members.' },
      zh: {
        title: '普通成员可读取其他项目的资源',
        summary: '接口没有检查成员是否有权读取资源。\n任何成员都可以读取全部资源。',
        workaround: '收回成员的“查看者”角色。',
      },
    },
  },
  'Chinese alone where English is required': {
    ...plain,
    text: { en: { title: '普通成员可读取其他项目的资源', summary: '接口没有检查权限。' } },
    credits: [{ name: '小雨' }],
    affected: [{ line: '容器平台 企业版', upTo: '3.5.x', fix: { outcome: 'wont_fix', line: '容器平台 企业版' } }],
  },
  'markup in every text': {
    ...plain,
    text: {
      en: {
        title: 'The `name` | <script>alert(1)</script> **is** [not](javascript:alert(1))\n# escaped & <!channel>',
        summary:
          '# <img src=x onerror=alert(1)>\n```\nan | open fence\n~~~\n---\n* a list\n<details>&lt; _so_ snake_case',
        workaround: '> `a` | b\n\n\n\n    indented',
      },
    },
    affected: [
      {
        line: 'A | B <b>`c`</b>',
        from: '<1|2>',
        fix: { ...released, line: 'A | B <b>`c`</b>', version: '`3`|', link: 'javascript:alert(1)' },
      },
    ],
    credits: [{ name: '[Rae](https://evil.example) <b>`|', link: 'https://rae.example/a)b|c>' }],
    references: ['https://a.example/x(y)|z?<b>', 'javascript:alert(1)', 'https://user:pass@a.example/'],
  },
  'a line that will not be fixed': {
    ...plain,
    affected: [
      ...plain.affected,
      { line: 'KubeSphere v3', upTo: '3.4.1', fix: { outcome: 'wont_fix', line: 'KubeSphere v3' } },
    ],
  },
  'a second edition': {
    ...plain,
    revision: 2,
    severity: severity('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N/E:U'),
    revisions: [...plain.revisions, { revision: 2, at: at('2026-10-20'), change: 'The score | was too high.' }],
  },
  'a withdrawn advisory': {
    ...plain,
    revision: 2,
    withdrawn: { at: at('2026-10-21'), reason: 'It is the documented behaviour.' },
    revisions: [...plain.revisions, { revision: 2, at: at('2026-10-21'), change: 'It is the documented behaviour.' }],
  },
  'a v4.0 vector': { ...plain, severity: severity(`${v4}/E:P`) },
  'all versions, fixed by a commit': {
    ...plain,
    affected: [
      {
        line: 'KubeSphere v4',
        fix: { ...released, line: 'KubeSphere v4', version: '9d2ee975ef9f1c0b7a1f6d0f7a5b7c2e3d4f5a6b' },
      },
    ],
  },
  'ranges open on both sides, no reporter': {
    ...plain,
    credits: [],
    affected: [{ line: 'KubeSphere v4' }],
    revisions: [],
  },
};

/** Somebody is thanked for each thing that people are thanked for. */
export const creditedForAll: Advisory = {
  ...plain,
  credits: CreditRole.options.map((role) => ({ name: `Who is ${role}`, role })),
};
