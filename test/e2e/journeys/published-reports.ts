import { aForm, type FilledForm } from '../../support/a-form.js';

const long = 'Each request is answered 200 with the object of another tenant. 🔓 '.repeat(60).slice(0, 3000);

type Published = FilledForm & Readonly<{ about: string }>;

/** Published KubeSphere vulnerabilities, as somebody might have reported them. All of it has been public for long. */
export const publishedReports: readonly [Published, Published, Published, Published] = [
  {
    about: 'CVE-2024-46528, an object reference that nobody checks',
    ...aForm(),
    cve: 'cve-2024-46528',
  },
  {
    about: 'the scanner finding of issue 3849, reported in Chinese',
    ...aForm(),
    title: '登录页面存在跨站脚本漏洞',
    overview: '商业扫描器报告登录页面的一个参数没有转义就写回页面，攻击者可以构造链接，在受害者的浏览器里执行脚本。',
    versions: ['KubeSphere v3.0 & earlier'],
    otherVersions: '2.1 和 3.0，Kubernetes 1.16.3；据说 3.1.0 已修复',
    cve: '',
    verification: '一、打开登录页面。\n二、在地址的参数里放入一段标签。\n三、页面原样写回。',
    contact: '微信：扫描小组 scanner@reports.example',
    language: 'zh',
  },
  {
    about: 'the privilege escalation of pull request 6253, with code, markup and 3,000 characters',
    ...aForm(),
    title: 'The kubectl terminal runs with more rights than its user <!channel>',
    overview:
      `<!channel> <@U00000MEI> <https://evil.example|click> *bold* _it_ &lt;b&gt; \`code\`\n\`\`\`\nkubectl get secrets -A\n\`\`\`\n${long}`.slice(
        0,
        3000,
      ),
    versions: ['KubeSphere v4.1'],
    otherVersions: 'ks-apiserver, the terminal',
    cve: '',
    verification: '```\n$ kubectl auth can-i --list\n```\n@here & <script>alert(1)</script> 🧨🧨',
    contact: 'pr-reader@reports.example',
    language: 'en',
  },
  {
    about: 'the dependency of pull request 6099',
    ...aForm(),
    title: 'A container library that we ship has two published vulnerabilities',
    overview: 'CVE-2024-29018 and CVE-2024-24557 reach us by way of the container library; an upgrade mends both.',
    versions: ['KubeSphere v3.4'],
    otherVersions: '',
    cve: 'CVE-2024-29018',
    verification: 'Compare the version in the module file with the one that mends it.',
    contact: 'deps@reports.example',
    language: 'en',
  },
];

/** Issue 6467 came with a mistyped number. */
export const mistypedCve = 'CVE-225-1097';
