/** What a reporter fills in, by the labels of the form. */
export type FilledForm = Readonly<{
  about: string;
  title: string;
  overview: string;
  versions: readonly string[];
  otherVersions: string;
  cve: string;
  verification: string;
  contact: string;
  language: 'en' | 'zh';
}>;

const long = 'Each request is answered 200 with the object of another tenant. 🔓 '.repeat(60).slice(0, 3000);

/** Published KubeSphere vulnerabilities, told again as somebody might have reported them. All of it has been public for long. */
export const publishedReports: readonly FilledForm[] = [
  {
    about: 'CVE-2024-46528, an object reference that nobody checks',
    title: 'A viewer can read resources that were never shared with them',
    overview:
      'Any signed-in user with the lowest role gets resources by asking for their path. The server looks at who is signed in, and not at whether they may see the thing.',
    versions: ['KubeSphere v4.1', 'KubeSphere v3.4'],
    otherVersions: 'Open source 4.x before 4.1.3 and 3.0.0 to 3.4.1; Enterprise 4.x before 4.1.3 and 3.0.0 to 3.5.0',
    cve: 'cve-2024-46528',
    verification:
      '1. Sign in as a platform-regular user.\n2. Ask for the members of a workspace you are not in.\n3. It is listed.',
    contact: 'finder@reports.example',
    language: 'en',
  },
  {
    about: 'the scanner finding of issue 3849, told in Chinese',
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
