import type { Locale } from '../en.js';

export const form: Locale['form'] = {
  title: '报告漏洞',
  submit: '提交',
  fromMessage: '消息内容已填入概述，请补充并核对。',
  fromPublicMessage:
    '消息内容已填入概述。原消息仍在公开频道中：提交报告后，请删除原消息，或请其作者删除，并请勿在那里讨论。',
  intro: (project) => `您填写的内容只有 ${project} 安全团队能看到。带 * 的为必填项。提交前关闭表单，内容会丢失。`,
  helpful: '以下内容对我们有帮助，也可保持默认。',
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
    language: '希望我们使用的语言',
  },
  hint: {
    onBehalfOf: '来信或来电者的姓名。如果是您自己报告，请留空。',
    receivedAt: '团队收到报告的时间，期限从此时起算。仅在填写报告人后有效。',
    title: '用一句话概括问题。安全团队全员可见，细节请写在下面。',
    overview: '问题是什么？可能造成什么后果？',
    versions: '每个版本都标有当前的支持状态。',
    otherVersions: '例如组件、具体构建号，或列表中没有的版本。',
    cve: '已有编号时填写，例如 CVE-2026-12345。',
    verification: '复现步骤。只有处理这份报告的人能查看。',
    contact: '联系您的方式。请附上电子邮箱，以防 Slack 联系不上。',
    creditName: '致谢中使用的名字。如不希望具名，请留空。',
  },
  affected: '受影响的组件和版本号*',
  affectedHint: '请选择版本，或用文字说明受影响的范围，至少填写一项。',
  versionsPlaceholder: '选择版本',
  knownAlready: { no: '据我所知没有', exploited: '已被利用', public: '已在某处公开', unsure: '不确定' },
  another: {
    contactHint: '联系报告人的方式，例如电子邮箱或电话。',
    credit: '致谢中使用的名字',
    creditHint: '报告人希望使用的名字。对方不愿具名或尚未询问时，请留空。',
    language: '给报告人的消息使用的语言',
  },
  unsure: '无法确认是否已保存。请再按一次“提交”，不会重复登记。',
};

export const problems: Locale['problems'] = {
  required: (field) =>
    field === 'versions' || field === 'otherVersions'
      ? '请选择版本，或在下一项中说明受影响的范围。'
      : '此项必填，请至少写几个字。',
  tooLong: (length, limit) =>
    `共 ${length} 个字符，最多 ${limit} 个。请删减 ${length - limit} 个，其余内容可稍后补充。`,
  notACveNumber: 'CVE 编号的格式如 CVE-2026-12345。请更正，或将此项留空。',
  unknownVersion: '所选版本中有一个已不在列表里。请重新选择，或在下一项中说明。',
  unknownChoice: '请选择其中一项。',
};
