import type { Locale } from '../en.js';

export const form: Locale['form'] = {
  title: '报告漏洞',
  submit: '提交',
  intro: (project) => `内容只会交给 ${project} 安全团队。带 * 的为必填项，请写下您了解的情况。`,
  label: {
    onBehalfOf: '代为提交：报告人',
    receivedAt: '收到时间',
    title: '标题*',
    overview: '概述*',
    versions: '受影响的版本',
    otherVersions: '受影响的组件、具体版本',
    cve: 'CVE 编号',
    verification: '漏洞验证过程*',
    contact: '联系方式*',
    knownAlready: '是否已被利用或已公开？',
    creditName: '能否具名致谢？',
    language: '希望我们用哪种语言回复',
  },
  hint: {
    onBehalfOf: '来信或来电者的姓名。如果是您自己报告，请留空。',
    receivedAt: '团队收到报告的时间，期限从这一刻起算。仅在填写了报告人时有效。',
    title: '用一句话说明问题。安全团队全员都能看到标题，细节请写在下面。',
    overview: '问题是什么？可能造成什么后果？',
    versions: '每个版本后面标有它今天的支持状态。',
    otherVersions: '例如组件名称、具体构建号，或列表中没有的版本。',
    cve: '仅在已有编号时填写，例如 CVE-2026-12345。',
    verification: '我们可以据此复现的步骤。只有处理这份报告的人才会打开。',
    contact: '万一 Slack 消息无法送达，我们可以这样联系您，例如电子邮箱。',
    creditName: '修复发布后致谢时使用的名字。不希望具名请留空。',
  },
  affected: '受影响的组件和版本号*',
  affectedHint: '请选择版本，或用文字说明受影响的范围；两项至少填写一项。',
  versionsPlaceholder: '选择版本',
  knownAlready: { no: '据我所知没有', exploited: '已被利用', public: '已在某处公开', unsure: '不确定' },
  another: {
    contactHint: '如何联系报告人：电子邮箱或电话。',
    credit: '公开致谢时使用的名字',
    creditHint: '报告人希望在修复后如何具名。对方不愿具名或尚未询问，请留空。',
    language: '用哪种语言回复报告人',
  },
  unsure: '我们无法确认是否已经保存。请再按一次“提交”：不会重复登记。',
};

export const problems: Locale['problems'] = {
  required: (field) =>
    field === 'versions' || field === 'otherVersions'
      ? '请选择版本，或在下一项中说明受影响的范围。'
      : '此项必填，请至少写几个字。',
  tooLong: (length, limit) =>
    `这里有 ${length} 个字符，最多可填 ${limit} 个。请删减 ${length - limit} 个；其余内容可以在我们联系您之后再补充。`,
  notACveNumber: 'CVE 编号的格式如 CVE-2026-12345。请更正，或将此项留空。',
  unknownVersion: '所选版本中有一个已不在列表里。请重新选择，或在下一项中说明。',
  unknownChoice: '请选择其中一项。',
};
