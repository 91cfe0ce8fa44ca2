import type { RefusalWords } from '../refusal-words.js';
import { terms } from './terms.js';

/** Refusals of the life from triage to the thank-you. */
export const lifeRefusals = {
  message_needed: ({ id }) => `还没有人联系过 ${id} 的报告人。请写一条消息，它会与决定一起发出。`,
  next_update_not_ahead: () => '下次更新的日期已过。请选择更晚的日期。',
  not_in_this_status: ({ id, status }) =>
    `${id} 目前的状态是“${terms.status[status]}”，不能这样做。请在卡片上查看下一步。`,
  no_affected_lines: () => '没有填写受影响的产品线。请至少填写一个。',
  line_named_twice: ({ line }) => `${line} 出现了两次。请合并为一行。`,
  duplicate_of_itself: ({ id }) => `${id} 不能是自己的重复报告。请填写更早那份报告的编号。`,
  duplicate_of_a_duplicate: ({ id, original }) =>
    `${id} 已经与 ${original} 关联。请选择 ${original} 作为更早的那份报告。`,
  no_public_bug_asked: ({ id }) => `团队没有询问是否将 ${id} 转为公开的缺陷。`,
  embargo_not_ahead: () => '这个日期已过。请选择将来的日期。',
  no_embargo: ({ id }) => `${id} 没有商定保密期，无需提前结束。`,
  embargo_broken: ({ id }) => `已记录 ${id} 已被公开，无法再商定保密期。修复发布后请尽快公开公告。`,
  where_missing: () => '请填写公开的位置，最好是链接。',
  unknown_line: ({ line }) => `${line} 不在已接受的产品线中。请选择其中之一，或重新接受报告并加入它。`,
  fix_not_newer: ({ line, version, than }) => `${version} 不比 ${line} 中受影响的 ${than} 新。请填写包含修复的版本。`,
  fix_not_comparable: ({ line, version }) =>
    `无法判断 ${version} 是否比 ${line} 中受影响的版本新。请填写类似 3.4.2 的版本号。`,
  fix_not_released: ({ line }) => `${line} 的发布日期在将来。请在发布之后再记录。`,
  fix_said_twice: ({ line }) => `${line} 的处理结果填写了两次。请只填写一次：包含修复的版本，或注明不再修复。`,
  no_patched_release: ({ id }) => `${id} 还没有记录修复版本，在此之前不会公开。请先按“修复已发布…”。`,
  lines_without_fix: ({ id, lines }) => `${id} 尚未完成：请为 ${terms.listed(lines)} 记录修复版本，或注明不再修复。`,
  advisory_too_long: ({ length, limit }) => `这里有 ${length} 个字符，最多 ${limit} 个。请删减 ${length - limit} 个。`,
  change_missing: () => '这份公告已经公开。请写明更正了什么。',
  closed_words_in_advisory: ({ word, words }) =>
    `从第 ${word} 个词开始，连续 ${words} 个词与报告或其重复报告的验证过程或代码相同。这些细节不会公开，请换一种说法。`,
  nothing_prepared: ({ id }) => `${id} 没有准备好的公告：尚未准备，或者其中的内容已改变。请先按“准备公开…”。`,
  prepared_anew: ({ id }) => `${id} 的公告已重新准备。请查看最新的预览。`,
  same_person_approves: ({ id }) => `${id} 的公告是您自己准备的，需要由同事批准。`,
  not_approved: ({ id }) => `${id} 的公告尚未批准。需要由准备者以外的人按“批准”。`,
  embargo_running: ({ id, until }, tell) =>
    `已商定在 ${tell.time(until)} 之前不公开 ${id}。请等待，或请报告人同意提前公开。`,
  already_disclosed: ({ id }) => `${id} 已经公开。公告中的错误可以通过重新准备来更正。`,
  no_announce_channel: () => '没有配置公告频道。请让维护机器人的人设置 ANNOUNCE_CHANNEL 并重新启动。',
  announce_channel_out_of_reach: ({ channel }) =>
    `机器人无法在 ${channel} 发布：频道已归档、不存在，或机器人不在其中。请邀请机器人加入，然后重新发布。`,
} satisfies Partial<RefusalWords>;
