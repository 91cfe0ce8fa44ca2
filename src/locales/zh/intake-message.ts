import type { Locale } from '../en.js';

export const intakeMessage: Locale['intakeMessage'] = {
  heading: '发现了漏洞？',
  text: (project) => `请在这里报告给 ${project} 安全团队。表单只有您和团队能看到；请不要在频道里写出细节。`,
  report: '报告漏洞',
  mine: '我的报告',
  receiptWaits: () => '您的报告已保存。本应用无法直接给您发消息：请在“我的报告”中查看全部情况。',
  mention: (project) =>
    `请不要公开讨论漏洞。如果消息里有细节，请删除它，并在这里报告给 ${project} 安全团队：表单只有您和团队能看到。`,
  setupHandlers: (channel) => `报告入口已置顶在 ${channel}，并会一直保留。`,
  notSetUp: (channel) => `无法在 ${channel} 放置入口。请把本应用邀请到该频道，然后重新输入 /vuln setup。`,
  noChannels: '没有配置共享频道。请在 INTAKE_CHANNELS 中填写频道，然后重新启动机器人。',
  files: (contact) => `表单不接收文件。如需发送文件，请写信到 ${contact}，并注明报告编号。`,
};
