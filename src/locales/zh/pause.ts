import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

const wish = '报告人更改了致谢方式。';

export const pause: Locale['pause'] = {
  button: '暂停接收回复…',
  moveButton: '更改暂停期限…',
  endButton: '结束暂停',
  title: '暂停接收回复',
  intro: (id, name) =>
    spaced`${name}就 ${id} 所写的内容会保留，但不会通知任何人，暂停结束后即可查看。各项期限照常计算，其他报告不受影响。`,
  until: '暂停至',
  untilHint: '暂停到当天上班时间为止，负责人可提前结束。',
  told: (name) => spaced`本应用会告知${name}暂停到何时，以及所写内容不会丢失。`,
  submit: '暂停',
  ended: (id, replies, newCredit) => {
    const first =
      replies === 0
        ? `${id} 的暂停已结束，其间报告人没有回复。`
        : `${id} 的暂停已结束，其间有 ${replies} 条回复，请打开报告查看。`;
    return newCredit ? `${first}${wish}` : first;
  },
  thread: {
    paused: (by, reporter, until) => spaced`${by}暂停接收${reporter}的回复，到 ${until}为止，其间的内容会保留。`,
    ended: (by, reporter, replies, newCredit) => {
      const first = by === undefined ? spaced`对${reporter}的暂停已结束` : spaced`${by}结束了对${reporter}的暂停`;
      const read = replies === 0 ? `${first}。` : `${first}，其间有 ${replies} 条回复，请打开报告查看。`;
      return newCredit ? `${read}${wish}` : read;
    },
  },
};
