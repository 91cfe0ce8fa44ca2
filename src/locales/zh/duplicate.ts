import type { Locale } from '../en.js';

export const duplicate: Locale['duplicate'] = {
  originalLabel: '相似的报告',
  originalHint: 'CVE 编号相同，或标题和组件相似。只有安全团队能看到此列表。',
  sameCve: 'CVE 编号相同',
  nothingSimilar: '没有相似的报告。请填写更早那份报告的编号。',
  originalIdLabel: '或者填写编号',
  originalIdAlone: '更早那份报告的编号',
  originalIdHint: '更早的那份报告，例如 VR-7K2Q-9FDX。',
  originalMissing: '请选择更早的那份报告，或填写它的编号。',
  originalTwice: '您选择的报告与填写的编号不同，请只保留一项。',
  draft: ({ reporter, id, project, responder }) =>
    [
      `${reporter}，您好：`,
      `感谢您的报告 ${id}。此前已有人报告同一漏洞，因此我们会在更早的报告中一并处理。`,
      '您是独立发现的。公开时，我们会按照您在表单中的意愿向您致谢。',
      '在补丁版本发布前请保密。发布时我们会告诉您。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
};
