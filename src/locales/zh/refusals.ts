import type { RefusalWords, RefusedWords } from '../refusal-words.js';
import { lifeRefusals } from './life-refusals.js';

export const refused: RefusedWords = {
  title: '操作没有执行',
  notForYou: '这里仅供安全团队使用。您可以在此报告漏洞；其他事宜请联系安全团队。',
};

export const refusals: RefusalWords = {
  no_such_report: ({ id }) =>
    id === ''
      ? '没有这份报告。输入 /vuln list 可以查看报告列表。'
      : `没有编号为 ${id} 的报告。请核对编号，或输入 /vuln list 查看报告列表。`,
  not_for_you: () => refused.notForYou,
  access_unchecked: () => '暂时无法向 Slack 核实您是否属于安全团队，因此没有执行。请稍后再按一次。',
  already_acted_upon: ({ id }) =>
    `安全团队已经在处理 ${id}，这里不能再修改它的内容。请等待我们的消息，或将新的情况作为另一份报告提交。`,
  submission_taken: () => '这张表单已经用于另一份报告。请打开新的表单重新提交。',
  received_in_the_future: () => '这个时间在将来。请填写团队收到报告的时间，最晚为现在。',
  already_assigned: ({ id, responder, at }, tell) =>
    `${tell.person(responder)} 自 ${tell.time(at)} 起已是 ${id} 的处理人。要转给其他人，请使用卡片上的“更多…”。`,
  already_acknowledged: ({ id, by, at }, tell) =>
    by === ''
      ? `${id} 已经答复过了，您的消息没有发出。`
      : `${tell.person(by)} 已于 ${tell.time(at)} 答复 ${id}，您的消息没有发出。`,
  own_report: ({ id }) => `${id} 是您自己的报告，需要由同事来处理。`,
  own_duplicate: ({ id, duplicate }) =>
    `${duplicate} 与 ${id} 重复，是您自己提交的报告，公告会向您致谢。请由同事处理。`,
  not_a_responder: ({ user }, tell) => `${tell.person(user)} 不在安全团队中。请选择安全频道的成员。`,
  too_many_forms: ({ until }, tell) =>
    `您打开的表单超过了通常需要的数量。${tell.time(until)} 之后可以再打开一张；您已提交的报告都已妥善保存。`,
  report_closed: ({ id }) => `${id} 已被报告人撤回，不能再处理。`,
  message_empty: () => '消息是空的。请至少写一句话：报告人正在等待。',
  message_too_long: ({ length, limit }) => `消息有 ${length} 个字符，最多 ${limit} 个。请删减 ${length - limit} 个。`,
  reporter_not_on_slack: ({ id }) => `${id} 的报告人不在 Slack 上。请用邮件或电话转达，然后按“我已发出”。`,
  nothing_in_doubt: ({ id }) => `${id} 的消息是否送达已有定论，没有改动。`,
  changed_meanwhile: ({ id }) =>
    id === ''
      ? '有人在同一时刻修改了这份报告，因此没有执行。请再试一次。'
      : `有人在同一时刻修改了 ${id}，因此没有执行。请查看卡片后再试。`,
  ...lifeRefusals,
};
