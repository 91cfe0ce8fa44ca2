import type { MessagePurpose, Route } from '../../report/message.js';
import type { Locale } from '../en.js';
import { due, promiseMissed } from './duties.js';
import { spaced } from './spaced.js';

export const card: Locale['card'] = {
  label: {
    id: '报告',
    status: '状态',
    answered: '首次答复',
    lastMessage: '最近一条消息',
    responder: '处理人',
    reporter: '报告人',
    affected: '受影响的版本',
    components: '组件',
    cve: 'CVE 编号',
  },
  due,
  dueAt: (duty, time) => `${due[duty]} ${time}`,
  waitsForReporter: '等待报告人',
  waitingSince: (time) => `提问时间 ${time}`,
  nobody: '暂无',
  offered: (responder, to) => spaced`${responder}（已请${to}接手）`,
  noCve: '无',
  filedFor: (reporter, filer) => spaced`${reporter}（由${filer}代为提交）`,
  outside: (reporter, workspace) =>
    workspace === undefined ? `${reporter}（外部人员）` : `${reporter}（外部人员，${workspace}.slack.com）`,
  version: (name, verdict) => `${name}，${verdict}`,
  answeredBy: (name, time) => `${time}，${name}`,
  gist: ({ id, status, next, responder }) =>
    [
      `[Security] ${id}，状态：${status}。`,
      ...(next === undefined ? [] : [`${next}。`]),
      `处理人：${responder}。`,
    ].join(''),
  doubt: (time) => spaced`报告人收到 ${time}发出的消息了吗？Slack 未确认送达。`,
  undelivered: 'Slack 未能送达消息，这份报告仍视为未答复。请按“答复报告人…”，改用其他方式联系对方。',
  undeliveredLater: (time) => spaced`Slack 未能送达 ${time}发出的消息。请按“更多…”，改用其他方式联系报告人。`,
  acknowledge: '答复报告人…',
  assignToMe: '由我处理',
  show: '查看报告',
  more: '更多…',
  arrived: '已收到',
  sendAgain: '重新发送',
};

function wroteTo(by: string, reporter: string, purpose: MessagePurpose, route: Route): string {
  const how = route === 'by_hand' ? '在 Slack 之外' : '';
  return purpose === 'question'
    ? spaced`${by}已${how}向${reporter}提问。`
    : spaced`${by}已${how}给${reporter}发了消息。`;
}

export const thread: Locale['thread'] = {
  received: (reporter, due) => spaced`${reporter}提交了这份报告，答复期限 ${due}。`,
  filed: (filer, reporter, receivedAt, due) =>
    spaced`${filer}代${reporter}提交了这份报告。团队收到时间 ${receivedAt}，答复期限 ${due}。`,
  amended: '报告人修改了报告。',
  openToRead: '请打开报告查看。',
  seen: (by) => spaced`${by}首次打开了报告。`,
  took: (responder) => spaced`${responder}开始处理这份报告。`,
  assigned: (by, responder) => spaced`${by}将这份报告指派给${responder}。`,
  assignedOnDuty: (responder) => spaced`当前由${responder}值班，这份报告已自动指派。`,
  handedOver: (responder, from) => spaced`${responder}从${from}处接手了这份报告。`,
  handOverOffered: (by, to) => spaced`${by}请${to}接手这份报告。对方接受之前，处理人不变。`,
  handOverDeclined: (by) => spaced`${by}不能接手，处理人不变。`,
  unassigned: (by) => spaced`${by}取消了指派，这份报告暂无处理人。`,
  acknowledged: (by, reporter, purpose, route) =>
    purpose === 'question'
      ? `${wroteTo(by, reporter, purpose, route)}这份报告由此视为已答复。`
      : spaced`${by}已${route === 'by_hand' ? '在 Slack 之外' : '发消息'}答复${reporter}。`,
  messageSent: wroteTo,
  alsoTold: (reporter, byHand) => (byHand ? spaced`已在 Slack 之外告知${reporter}。` : spaced`已告知${reporter}。`),
  alsoTook: '现由其处理。',
  noted: (by) => spaced`${by}添加了内部备注。`,
  wrote: (reporter, purpose) => (purpose === 'answer' ? spaced`${reporter}已回复。` : spaced`${reporter}补充了信息。`),
  missed: promiseMissed,
  reminded: (reporter) => spaced`已提醒${reporter}回答提问。`,
  withdrawn: (reporter) => spaced`${reporter}撤回了这份报告。`,
  doubted: 'Slack 未确认报告人是否收到消息，请在卡片上确认。',
  failed: 'Slack 未能将消息送达报告人，请打开卡片处理。',
  confirmed: (by) => spaced`${by}已确认报告人收到消息。`,
  sentAgain: (by) => spaced`${by}将消息重新发给了报告人。`,
  clock: 'Vulndesk',
};

export const notification: Locale['notification'] = {
  step: (id, status) => `${id}，状态：${status}。消息列中有新进展。`,
  replied: (id) => `${id}：报告人有新消息，请查看。`,
  forReporter: (id) => `您的报告 ${id} 有一条新消息，请查看。`,
};
