import type { DeclineReason } from '../../report/report.js';
import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

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

export const triage: Locale['triage'] = {
  button: {
    triage: '研判…',
    accept: '接受…',
    correct: '更正严重程度…',
    decline: '不接受…',
    duplicate: '标记为重复…',
    buildV31: '逐项选择 v3.1',
    buildV40: '逐项选择 v4.0',
    typeVector: '输入向量',
    showScore: '查看评分',
    reopen: '重新打开…',
    theirAnswer: '记录对方的回复…',
    makePublicBug: '转为公开的缺陷',
    recordPublicBug: '记录对方同意转为公开的缺陷',
    publicBugText: '查看公开缺陷的文本',
  },
  title: {
    triage: '研判',
    accept: '接受报告',
    decline: '不接受报告',
    duplicate: '标记为重复报告',
    reopen: '重新打开报告',
    theirAnswer: '对方的回复',
    publicBugText: '公开缺陷的文本',
  },
  submit: { accept: '接受', decline: '不接受', duplicate: '标记为重复', reopen: '重新打开' },
  row: {
    severity: '严重程度',
    vector: 'CVSS 向量',
    lines: '受影响的产品线',
    weaknesses: '弱点类型',
    decision: '未接受的原因',
    original: '重复于',
    duplicates: '重复的报告',
    publicBug: '公开的缺陷',
    paused: '等待报告人的时段',
  },
  reason: {
    not_a_vulnerability: '不是漏洞',
    works_as_intended: '符合设计',
    cannot_reproduce: '无法复现',
    out_of_scope: '不在范围内',
    unsupported_version: '版本已停止支持',
    spam: '垃圾信息',
  },
  thread: {
    accepted: (by, rating, score, lines) => spaced`${by}接受了这份报告：${rating}（${score}），影响 ${lines}。`,
    declined: (by, reason) => spaced`${by}未接受这份报告：${reason}。`,
    publicBugAgreed: '报告人同意转为公开的缺陷，可在卡片的“更多…”中取得文本。',
    markedDuplicate: (by, of) => spaced`${by}将其标记为 ${of} 的重复报告。`,
    duplicateNoted: (by, duplicate) => spaced`${by}将 ${duplicate} 标记为本报告的重复报告，我们也会向其报告人致谢。`,
    duplicateDropped: (duplicate) => `${duplicate} 已重新打开，不再是本报告的重复报告。`,
    originalWithdrawn: (of) => `本报告曾是 ${of} 的重复报告，该报告已被撤回，因此本报告已重新打开。`,
    reopened: (by) => spaced`${by}重新打开了这份报告。`,
  },
  supportOn: (day) => `报告当日的支持状态：${day}`,
  range: {
    and: '；',
    all: '全部',
    upTo: (version) => `到 ${version}`,
    before: (version) => `低于 ${version}`,
    from: (version) => `从 ${version} 起`,
    between: (first, last) => `${first} - ${last}`,
    fromBefore: (first, end) => `从 ${first} 起，低于 ${end}`,
  },
  goesTo: (reporter) => spaced`您的消息和处理决定将由本应用以私信一并发给${reporter}。`,
  goesByHand: (reporter, contact) =>
    spaced`本应用无法联系${reporter}（${contact}）。请通过邮件或电话转达这条消息，然后按下面的按钮，内容会随报告保存。`,
  severityHeading: '严重程度',
  vectorLabel: 'CVSS 向量',
  vectorHint: 'CVSS v3.1 或 v4.0，例如 CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N。',
  choose: '请选择',
  severityMissing: '缺少严重程度。请输入 CVSS 向量，或用下面的按钮逐项选择。',
  stillToChoose: (metrics) => `还没有评分，尚未选择：${metrics}。`,
  linesLabel: '受影响的版本，每行一个产品',
  linesHint:
    '例如“KubeSphere：3.4.0 - 3.4.1，4.1.0 - 4.1.2”。范围可写成 3.4.0 - 3.4.1、到 3.4.1、低于 3.4.2、从 3.4.0 起，或者全部。',
  linesUnderstood: (lines) => `识别结果：\n${lines}`,
  weaknesses: '弱点类型（CWE）',
  weaknessesHint: '至少一项，主要弱点排在最前。输入编号或英文关键词，例如 79 或“path traversal”。',
  weaknessesPlaceholder: '查找弱点',
  linesMissing: '请至少填写一个受影响的产品。',
  lineFault: ({ row, text, fault }) => {
    const where = `第 ${row} 行（“${text}”）`;
    switch (fault) {
      case 'no_colon':
        return `${where}没有冒号。请写出产品、冒号和版本，例如 KubeSphere：到 3.4.1。`;
      case 'no_name':
        return `${where}冒号之前缺少产品名称。请填写，例如 KubeSphere。`;
      case 'name_too_long':
        return `${where}的产品名称超过 100 个字符，请缩短。`;
      case 'unreadable_versions':
        return `${where}的版本无法识别。版本号中间不能有空格，且至少含一个数字，例如 3.4.1 或 r1234。请写成 3.4.0 - 3.4.1、到 3.4.1、低于 3.4.2、从 3.4.0 起，或者全部。`;
      case 'no_number':
        return `${where}的版本没有数字。“main”“latest”之类的名称以后会指向别的版本。请写出目前的版本，例如 3.4.1 或 r1234。`;
      case 'start_left_out':
        return `${where}没有说明第一个受影响的版本。请写出该版本，例如 从 3.4.1 起。`;
      case 'backwards':
        return `${where}的起始版本比结束版本新。请把较旧的版本写在前面。`;
      default:
        return fault satisfies never;
    }
  },
  messageLabel: '给报告人的消息',
  messageNeeded: '还没有人联系过报告人，这条消息即视为答复。最多 3000 个字符。',
  messageHint: '可自由修改，最多 3000 个字符。',
  tell: {
    label: '是否告知报告人？',
    send: '是，发送下面的消息',
    sent: '是，我已发送下面的消息',
    none: '否，不发送',
    written: '您已修改了消息。请选择“是”来发送，或删除文字。',
    missing: '请填写消息，或选择“否，不发送”。',
  },
  scoreNotSeen: (score) => `该向量的评分：${score}。如无误，请再按一次“接受”。`,
  severityIsPutIn: '在您修改文字之前，严重程度会自动填入。',
  messageMissing: '请写给报告人，告知结果并致谢。',
  acceptDraft: ({ reporter, id, project, responder, severity }) =>
    [
      `${reporter}，您好：`,
      severity === undefined
        ? `我们已核实您在 ${id} 中报告的问题，确认是漏洞。`
        : `我们已核实您在 ${id} 中报告的问题，确认是漏洞。我们的评级：${severity}。`,
      '我们正在修复。补丁版本发布前不会公开任何内容，公开前会先告诉您。',
      '在此之前请保密。感谢您的帮助。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
  severityChangedDraft: ({ reporter, id, project, responder, before, after }) =>
    [
      `${reporter}，您好：`,
      `我们重新评估了 ${id}，调整了严重程度：现为 ${after}，此前为 ${before}。`,
      '如有不同看法，请回复我们。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
  reopenIntro: (id) => `${id} 将恢复到关闭前的状态。`,
  reopenNobodyTold: '尚未告知报告人任何结论，因此无需更正。',
  reopenDraft: ({ reporter, id, project, responder, closedAs }) =>
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
  reasonLabel: '原因',
  reasonHint: '选择后会生成给报告人的草稿。',
  reasonMissing: '请选择原因。',
  publicBugLabel: '公开的缺陷',
  publicBugAsk: '询问是否可以转为公开的缺陷',
  publicBugHint: (byHand) =>
    byHand
      ? '报告人同意后，请在卡片的“更多…”中记录，之后可在那里取得文本。'
      : '报告人可以在“我的报告”中同意。之后可在卡片的“更多…”中取得文本。',
  declineDraft: ({ reporter, id, project, responder, reason, asksForPublicBug, byHand }) =>
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
  originalLabel: '相似的报告',
  originalHint: 'CVE 编号相同，或标题和组件相似。只有安全团队能看到此列表。',
  sameCve: 'CVE 编号相同',
  nothingSimilar: '没有相似的报告。请填写更早那份报告的编号。',
  originalIdLabel: '或者填写编号',
  originalIdAlone: '更早那份报告的编号',
  originalIdHint: '更早的那份报告，例如 VR-7K2Q-9FDX。',
  originalMissing: '请选择更早的那份报告，或填写它的编号。',
  originalTwice: '您选择的报告与填写的编号不同，请只保留一项。',
  duplicateDraft: ({ reporter, id, project, responder }) =>
    [
      `${reporter}，您好：`,
      `感谢您的报告 ${id}。此前已有人报告同一漏洞，因此我们会在更早的报告中一并处理。`,
      '您是独立发现的。公开时，我们会按照您在表单中的意愿向您致谢。',
      '在补丁版本发布前请保密。发布时我们会告诉您。',
      `${responder}\n${project} 安全团队`,
    ].join('\n\n'),
  theirAnswerLabel: '报告人所写或所说的内容',
  theirAnswerHint: '只有团队能看到。如果之前提了问题，决定期限会重新开始计时。',
  publicBug: { asked: '已询问报告人', agreed: '报告人同意' },
  publicBugQuestion: '我们可以将这份报告放进公开的缺陷列表吗？其中不会有您的姓名和联系方式。',
  publicBugYours: '您已同意我们将它放进公开的缺陷列表。',
  publicBugTitle: '转为公开？',
  publicBugConfirm: '之后，我们可以把标题、概述、版本和验证过程放进公开的缺陷列表。其中不会有您的姓名和联系方式。',
  publicBugYes: '转为公开',
  publicBugNo: '暂不',
  publicBugIntro: '请将下面的内容复制到公开的缺陷列表。请再读一遍，其中不能出现报告人或其他人的姓名。',
  paused: (from, to) => `${from} – ${to}`,
  publicBugRecorded: (id) => `已记录，${id} 的报告人同意转为公开的缺陷。可在卡片的“更多…”中取得文本。`,
};
