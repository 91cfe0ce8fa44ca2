import type { Locale } from '../en.js';

export const intakeMessage: Locale['intakeMessage'] = {
  heading: '发现了漏洞？',
  text: (project) => `请在这里报告给 ${project} 安全团队。表单只有您和团队能看到。请勿在频道中写出细节。`,
  report: '报告漏洞…',
  mine: '我的报告',
  receiptWaits: '谢谢，我们已收到您的报告。本应用无法直接给您发消息，请在“我的报告”中查看进展。',
  mention: (project) =>
    `请勿公开讨论漏洞。如果消息中有细节，请将其删除，并在这里报告给 ${project} 安全团队。表单只有您和团队能看到。`,
  pinned: (channel) => `报告按钮已置顶在 ${channel}。`,
  notPinned: (channel) => `无法在 ${channel} 发布报告按钮。请把本应用邀请到该频道，然后重新输入 /vuln setup。`,
  noChannels: '尚未配置共享频道。请设置 INTAKE_CHANNELS，然后重启机器人。',
  files: (contact) => `表单不接收文件。请将文件发送到 ${contact}，并注明报告编号。`,
};
