import type { Locale } from '../en.js';

export const accept: Locale['accept'] = {
  range: {
    and: '；',
    all: '全部',
    upTo: (version) => `到 ${version}`,
    before: (version) => `低于 ${version}`,
    from: (version) => `从 ${version} 起`,
    between: (first, last) => `${first} - ${last}`,
    fromBefore: (first, end) => `从 ${first} 起，低于 ${end}`,
  },
  severityHeading: '严重程度',
  vectorLabel: 'CVSS 向量',
  vectorHint: 'CVSS v3.1 或 v4.0，例如 CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N。',
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
  scoreNotSeen: (score) => `该向量的评分：${score}。如无误，请再按一次“接受”。`,
  severityIsPutIn: '在您修改文字之前，严重程度会自动填入。',
  draft: ({ reporter, id, project, responder, severity }) =>
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
};
