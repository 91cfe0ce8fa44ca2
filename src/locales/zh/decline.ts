import type { DeclineReason } from '../../report/report.js';
import type { Locale } from '../en.js';

const reasons: Readonly<Record<Exclude<DeclineReason, 'spam'>, readonly string[]>> = {
  not_a_vulnerability: [
    '我们已核实，没有发现它会削弱项目的安全性，因此不将其视为漏洞。',
    '如有遗漏，例如某个步骤或设置可被利用，请告诉我们，我们会重新核实。',
  ],
  works_as_intended: [
    '我们已核实，该行为符合设计，因此不将其视为漏洞。',
    '如果您认为它可被用来损害他人，请说明方法，我们会重新核实。',
  ],
  cannot_reproduce: [
    '我们按照您的步骤操作，未能复现，因此目前无法将其视为漏洞。',
    '如果您能提供准确的版本、配置和操作步骤，我们很乐意再试一次。',
  ],
  out_of_scope: [
    '您描述的部分不由本团队维护，因此我们无法将其作为自己的漏洞来处理。',
    '请向该部分的维护者报告。如果您不知道如何联系，我们可以帮忙。',
  ],
  unsupported_version: [
    '它所在的版本已停止支持，因此不会为该版本提供修复。',
    '请升级到受支持的版本。如果仍能复现，请告诉我们，我们会处理。',
  ],
};

export const decline: Locale['decline'] = {
  reasonLabel: '原因',
  reasonHint: '选择后会生成给报告人的草稿。',
  reasonMissing: '请选择原因。',
  publicBugLabel: '公开的缺陷',
  publicBugAsk: '询问是否可以转为公开的缺陷',
  publicBugHint: (byHand) =>
    byHand
      ? '报告人同意后，请在卡片的“更多…”中记录，之后可在那里取得文本。'
      : '报告人可以在“我的报告”中同意。之后可在卡片的“更多…”中取得文本。',
  draft: ({ reporter, id, project, responder, reason, asksForPublicBug, byHand }) =>
    reason === 'spam'
      ? ''
      : [
          `${reporter}，您好：`,
          `感谢您花时间向我们报告 ${id}。`,
          ...reasons[reason],
          ...(asksForPublicBug
            ? [
                `它仍然值得改进。我们可以把它放进公开的缺陷列表吗？其中不会有您的姓名和联系方式。${byHand ? '如果同意，请直接告诉我们。' : '如果同意，请在“我的报告”中按“转为公开的缺陷”，或直接告诉我们。'}`,
              ]
            : []),
          '如有新的发现，欢迎再次告诉我们。',
          `${responder}\n${project} 安全团队`,
        ].join('\n\n'),
};
