import type { Locale } from '../en.js';

export const reopen: Locale['reopen'] = {
  intro: (id) => `${id} 将恢复到关闭前的状态。`,
  nobodyTold: '尚未告知报告人任何结论，因此无需更正。',
  draft: ({ reporter, id, project, responder, closedAs }) =>
    [
      `${reporter}，您好：`,
      closedAs === 'declined'
        ? `此前我们告诉您，${id} 不作为漏洞处理。我们正在重新核实，这份报告已重新打开。`
        : closedAs === 'duplicate'
          ? `此前我们告诉您，已有人更早报告了与 ${id} 相同的问题。现在我们会单独处理您的报告。`
          : `您此前撤回了 ${id}。我们仍希望核实，因此已重新打开这份报告。`,
      '有新的结论时，我们会再联系您。在此之前请保密。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
};
