import type { Duty, PromisedDuty } from '../../report/duty.js';
import { spaced } from './spaced.js';

export const due = {
  acknowledge: '答复期限',
  confirm: '决定期限',
  next_update: '下次更新期限',
  embargo: '保密期至',
  answer: '报告人答复期限',
  fix: '修复期限',
  stale: '推进期限',
  publish: '公开期限',
} satisfies Record<Duty, string>;

export const dutySentences = {
  acknowledge: {
    by: (time: string) => spaced`请在 ${time}前答复报告人。`,
    late: (time: string) => `答复期限 ${time}。`,
    now: '请联系报告人。',
  },
  confirm: {
    by: (time: string) => spaced`请在 ${time}前作出结论。`,
    late: (time: string) => `结论期限 ${time}。`,
    now: '请决定是否接受。',
  },
  next_update: {
    by: (time: string) => spaced`请在 ${time}前告知报告人进展。`,
    late: (time: string) => `更新期限 ${time}。`,
    now: '请联系报告人。',
  },
  embargo: {
    by: (time: string) => `保密期至 ${time}。`,
    late: (time: string) => spaced`保密期已于 ${time}结束。`,
    now: '请发布公告。',
  },
  answer: {
    by: (time: string) => spaced`报告人应在 ${time}前答复。`,
    late: (time: string) => `报告人尚未答复（期限 ${time}）。`,
    now: '请再次询问，或关闭报告。',
  },
  fix: {
    by: (time: string) => spaced`请在 ${time}前发布修复。`,
    late: (time: string) => `修复期限 ${time}。`,
    now: '修复发布后请记录。',
  },
  stale: {
    by: (time: string) => spaced`请在 ${time}前推进处理。`,
    late: (time: string) => `推进期限 ${time}。`,
    now: '请继续处理，或添加备注说明原因。',
  },
  publish: {
    by: (time: string) => spaced`请在 ${time}前公开。`,
    late: (time: string) => `公开期限 ${time}。`,
    now: '请发布公告。',
  },
} satisfies Record<Duty, unknown>;

export const dueBy = {
  acknowledge: dutySentences.acknowledge.by,
  confirm: dutySentences.confirm.by,
  next_update: dutySentences.next_update.by,
  embargo: dutySentences.embargo.by,
  answer: dutySentences.answer.by,
  fix: dutySentences.fix.by,
  stale: dutySentences.stale.by,
  publish: dutySentences.publish.by,
} satisfies Record<Duty, unknown>;

export const promised = {
  acknowledge: (time: string) => spaced`我们将在 ${time}前答复您。`,
  confirm: (time: string) => spaced`我们将在 ${time}前告诉您结论。`,
  next_update: (time: string) => spaced`我们将在 ${time}前再次与您联系。`,
} satisfies Record<PromisedDuty, unknown>;

export const promiseLate = {
  acknowledge: (time: string) => `很抱歉，我们的答复晚了，原定 ${time}。`,
  confirm: (time: string) => `很抱歉，我们的结论晚了，原定 ${time}。`,
  next_update: (time: string) => `很抱歉，我们的更新晚了，原定 ${time}。`,
} satisfies Record<PromisedDuty, unknown>;

export const promiseMissed = {
  acknowledge: (reporter: string) => spaced`答复已逾期，已告知${reporter}。`,
  confirm: (reporter: string) => spaced`结论已逾期，已告知${reporter}。`,
  next_update: (reporter: string) => spaced`更新已逾期，已告知${reporter}。`,
} satisfies Record<PromisedDuty, unknown>;
