import type { Locale } from '../en.js';

export const receipt: Locale['receipt'] = {
  title: '报告已保存',
  close: '好的',
  stored: (id) => `谢谢。您的报告已保存，编号 ${id}。`,
  amended: (id) => `谢谢。报告 ${id} 已按新的内容保存。`,
  answer: (project, time) => `${project} 安全团队会有人在 ${time}之前答复您。`,
  forYou: (time) => `您当地时间：${time}。`,
  provisional: '这个日期是暂定的：届时的法定节假日安排尚未公布。如有变化，我们会告诉您。',
  counting: (days) => `${days} 个工作日的计算方法`,
  dayReceived: (day) => `${day}：收到报告，从下一个工作日开始计算`,
  dayCounted: (day, nth, why, name) =>
    why === 'working_day'
      ? `${day}：第 ${nth} 个工作日`
      : `${day}：第 ${nth} 个工作日，调休上班${name === undefined ? '' : `（${name}）`}`,
  daySkipped: (days, why, name) => `${days}：不计入，${why === 'weekend' ? '周末' : (name ?? '法定节假日')}`,
  span: (first, last) => `${first}至${last}`,
  onDuty: (name) => `当前值班人是 ${name}，已经收到通知。`,
  teamText: '安全团队已经收到通知。',
  next: '接下来',
  steps: [
    '会有人阅读您的报告并答复您。',
    '团队会核实您发现的问题，并告诉您结果。',
    '补丁版本发布后，团队会发布安全公告并向您致谢；如果您同意，会写上您的名字。',
  ],
  robot: '这份回执由机器人发出，不算我们的答复。',
  confidential: '在补丁版本发布之前，请对此漏洞保密，也请不要公开利用代码等细节。',
};
