import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const erasure: Locale['erasure'] = {
  button: '清除…',
  title: '清除报告',
  submit: '清除',
  intro: (id) => `将清除 ${id} 在 Slack 和数据库中的正文、消息和姓名，且无法撤销。`,
  stays: '会保留编号、最后状态，以及各个操作的类型和时间。已发布的公告不受影响。',
  reason: '清除原因',
  reasonHint: '原因会连同您的姓名保留在审计记录中，请勿填写与报告内容或报告人有关的信息。',
  card: ({ id, status, received, erased }) =>
    spaced`${id} 已于 ${erased}清除。收到时间：${received}，最后状态：${status}。`,
  gist: (id) => `${id} 已清除。`,
  message: (id) => `这里原是一条关于 ${id} 的消息。该报告已关闭，内容已清除。`,
  retention: (ids, at) => spaced`以下报告已到保留期限：${ids}，将从 ${at}起清除。如需延长保留，请为该报告添加备注。`,
  retentionGist: (count) => `${count} 份报告即将清除。`,
};
