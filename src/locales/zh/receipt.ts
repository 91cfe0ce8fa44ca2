import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const receipt: Locale['receipt'] = {
  title: '已收到报告',
  close: '好的',
  stored: (id) => `谢谢，我们已收到您的报告：${id}`,
  amended: (id) => `谢谢，您的报告已更新：${id}`,
  answer: (project, time) => spaced`${project} 安全团队将在 ${time}前由专人回复您。`,
  forYou: (time) => `您的当地时间：${time}`,
  provisional: '这个日期可能会变，因为届时的法定节假日安排尚未公布。如有变化，我们会告诉您。',
  counting: (days) => `${days} 个工作日的计算方法`,
  countingDays: (days) =>
    days === 1
      ? '从收到报告的次日起算，期限为一天，不论是否为工作日。'
      : `从收到报告的次日起算 ${days} 天，周末和节假日也计入。`,
  countingHours: (hours) => `从收到报告时起算 ${hours} 小时，夜间和周末也计入。`,
  dayReceived: (day) => `${day}：收到报告，从下一个工作日起算`,
  dayBack: (day) => `${day}：团队恢复工作，从下一个工作日起算`,
  dayCounted: (day, nth, why, name) => {
    const more = { working_day: '', half_day: '，只上半天班', make_up_day: '，调休上班' };
    return `${day}：第 ${nth} 个工作日${more[why]}${why === 'working_day' || name === undefined ? '' : `（${name}）`}`;
  },
  daySkipped: (days, why, name) => `${days}：不计入，${why === 'weekend' ? '周末' : (name ?? '法定节假日')}`,
  span: (first, last) => `${first}至${last}`,
  onDuty: (name) => spaced`当前值班人${name}会收到通知。`,
  teamText: '正在通知安全团队。',
  next: '接下来',
  steps: [
    '将由专人阅读您的报告并回复您。',
    '我们会核实问题，并告诉您结果。',
    '补丁版本发布后，我们会发布安全公告并向您致谢。如您同意，会写上您的名字。',
  ],
  robot: '这是自动回执，稍后有专人回复。',
  confidential: '在补丁版本发布前请保密，请勿公开漏洞利用代码等细节。',
};
