import type { Locale } from '../en.js';
import { terms } from './common-words.js';
import { remediation } from './remediation.js';
import { spaced } from './spaced.js';

export const refused: Locale['refused'] = {
  title: '未执行',
  notForYou: '这里仅供安全团队使用。您可以在此报告漏洞。其他事宜请联系安全团队。',
  forLeads: '只有安全团队的负责人可以这样做，请联系负责人。',
};

function urgent(contact: string | undefined): string {
  return contact === undefined ? '' : `紧急情况请联系 ${contact}`;
}

export const refusals: Locale['refusals'] = {
  no_such_report: ({ id }) =>
    id === ''
      ? '没有这份报告。输入 /vuln list 查看全部报告。'
      : `没有编号为 ${id} 的报告。请核对编号，或输入 /vuln list 查看全部报告。`,
  not_for_you: () => refused.forLeads,
  written_by_a_newer_version: () => '这份报告由更新版本的 Vulndesk 写入，请过一分钟再试。',
  access_unchecked: () => '暂时无法向 Slack 核实您是否属于安全团队，因此未执行。请稍后再试。',
  already_acted_upon: ({ id }) => `安全团队正在处理 ${id}，这里不能再修改。请在“我的报告”中补充信息。`,
  submission_taken: () => '这张表单已用于另一份报告。请打开新的表单。',
  received_in_the_future: () => '这个时间在将来。请填写团队收到报告的时间。',
  already_assigned: ({ id, responder, at }, tell) =>
    spaced`${id} 已由 ${tell.person(responder)} 处理（自 ${tell.time(at)}起）。要转给其他人，请使用卡片上的“更多…”。`,
  already_acknowledged: ({ id, by, at }, tell) =>
    by === ''
      ? `${id} 已经答复过，您的消息未发出。`
      : spaced`${tell.person(by)} 已于 ${tell.time(at)}答复 ${id}，您的消息未发出。`,
  own_report: ({ id }) => `${id} 是您自己的报告，需由同事处理。`,
  own_duplicate: ({ id, duplicate }) => `您自己的报告 ${duplicate} 与 ${id} 重复，公告会向您致谢，需由同事处理。`,
  no_hand_over: ({ id }) => `${id} 已不再需要您接手，未作更改。`,
  not_a_responder: ({ user }, tell) => `${tell.person(user)} 不在安全团队中。请选择安全频道的成员。`,
  swap_turn_begun: () => '其中一段值班已经开始，未作更改。请另选一段换班。',
  swap_turn_changed: () => '其中一段值班已改由他人负责，未作更改。请用 /vuln duty 查看。',
  swap_away: ({ user }, tell) => spaced`${tell.person(user)} 在要接的那段值班期间不在，未作更改。请另选一段。`,
  swap_not_yours: () => '此换班请求不是发给您的，未作更改。',
  too_many_forms: ({ count, period, until, contact }, tell) =>
    spaced`您${period === 'hour' ? '在一小时内' : '今天'}已打开 ${count} 张表单，请于 ${tell.time(until)}后再试。${urgent(contact)}`,
  workspace_busy: ({ until, contact }, tell) =>
    spaced`您所在的工作区正有很多人打开此表单，请稍等一分钟，于 ${tell.time(until)}后再试。${urgent(contact)}`,
  report_closed: ({ id }) => `报告人已撤回 ${id}，不能再处理。`,
  message_empty: () => '消息是空的，请至少写一句话。',
  message_has_gap: ({ gap }) => `消息里还有未填写的内容：“${gap}”。请填写或删除。`,
  message_too_long: ({ length, limit }) => `消息有 ${length} 个字符，最多 ${limit} 个。请删减 ${length - limit} 个。`,
  share_used_up: ({ id, contact }) =>
    `${id} 已写满，这条内容未发出。${contact === undefined ? '其余内容请向安全团队询问如何发送。' : `请改为通过 ${contact} 发送。`}`,
  report_full: ({ id }) => `${id} 即将写满，未能保存。请缩短到几句话，或将内容保存在别处。`,
  reporter_not_on_slack: ({ id }) => `${id} 的报告人不在 Slack 上。请通过邮件或电话转达，然后按“我已发出”。`,
  nothing_in_doubt: ({ id }) => `关于 ${id} 的这个问题已有人回答，没有改动。`,
  changed_meanwhile: ({ id }) =>
    id === ''
      ? '有人同时修改了这份报告，因此未执行。请再试一次。'
      : `有人同时修改了 ${id}，因此未执行。请查看卡片后再试。`,
  message_needed: ({ id }) => `还没有人联系过 ${id} 的报告人。请写一条消息，随决定一起发出。`,
  pause_out_of_range: ({ days }) => `请选择今天之后、${days} 天之内的日期。`,
  next_update_not_ahead: () => '这个日期已过，请选择更晚的日期。',
  not_in_this_status: ({ id, status }) => `${id} 的状态是“${terms.status[status]}”，现在不能这样做。下一步见卡片。`,
  no_affected_lines: () => '请至少填写一个受影响的产品线。',
  line_named_twice: ({ line }) => `${line} 出现了两次，请将版本合并为一行。`,
  ranges_overlap: ({ line }) => `${line} 的两个版本范围有重叠。请合并为一个，或更正起止版本。`,
  no_weakness: () => '请至少选择一种弱点类型。如不确定，可选较宽泛的一类，例如 CWE-284。',
  unknown_cwe: ({ id }) => `MITRE 的弱点列表中没有 ${id}。请从列表中选择。`,
  duplicate_of_itself: ({ id }) => `${id} 不能是自己的重复报告。请填写更早那份报告的编号。`,
  duplicate_of_a_duplicate: ({ id, original }) => `${id} 已与 ${original} 关联。请选择 ${original} 作为更早的报告。`,
  sending_not_held: () => '此按钮已失效：发送已恢复，或暂停的原因已变。未做任何操作。',
  no_public_bug_asked: ({ id }) => `团队没有询问是否将 ${id} 转为公开的缺陷。`,
  embargo_not_ahead: () => '这个日期已过，请选择更晚的日期。',
  no_embargo: ({ id }) => `${id} 没有保密期，无需提前结束。`,
  later_date_proposed_anew: ({ id, until }, tell) =>
    `${id} 之后又有新的建议日期：${tell.time(until)}。请在最新的消息中选择。`,
  promise_not_movable: ({ id, dueAt }, tell) => `${id} 承诺的日期是 ${tell.time(dueAt)}，已不能再更改。`,
  embargo_proposed_anew: ({ id, until }, tell) =>
    `安全团队已为 ${id} 提议了新的日期：${tell.time(until)}。请在“我的报告”中查看。`,
  embargo_broken: ({ id }) => `已记录 ${id} 被公开，不能再设定保密期。请在修复发布后尽快公开公告。`,
  reason_missing: () => '请填写原因，负责人会看到。',
  where_missing: () => '请填写公开的位置，最好是链接。',
  unknown_line: ({ line }) => `${line} 不是已接受的产品线。请选择其中之一，或重新接受报告并加入它。`,
  fix_not_newer: ({ line, version, than }) => `${version} 不比 ${line} 中受影响的 ${than} 新。请填写包含修复的版本。`,
  fix_not_comparable: ({ line, version }) =>
    `${version} 是否比 ${line} 中受影响的版本新？版本号本身看不出来。如果是，请勾选“${remediation.fix.newer}”。`,
  fix_not_one_release: ({ line, version }) =>
    `“${version}”不是一个具体的版本。请填写 ${line} 首个包含修复的版本，例如 4.1.3。`,
  fix_not_released: ({ line }) => `${line} 的发布日期在将来。请在发布后再记录。`,
  fix_said_twice: ({ line }) => `${line} 记录了两次修复，请只保留一次。`,
  no_patched_release: ({ id }) => `${id} 还没有修复版本。请先按“记录修复…”。`,
  lines_without_fix: ({ id, lines }) => `${id} 尚未完成。请为 ${terms.listed(lines)} 记录修复版本，或注明不会修复。`,
  advisory_too_long: ({ length, limit }) => `共 ${length} 个字符，最多 ${limit} 个。请删减 ${length - limit} 个。`,
  change_missing: () => '这份公告已公开。请写明更正的内容。',
  closed_words_in_advisory: ({ word, words }) =>
    `第 ${word}–${word + words - 1} 个词照抄了报告的验证过程或代码，请改写。`,
  nothing_prepared: ({ id }) => `${id} 没有准备好的公告，或其中的内容已改变。请先按“准备公开…”。`,
  prepared_anew: ({ id }) => `${id} 的公告已重新准备。请查看最新的预览。`,
  same_person_approves: ({ id }) => `${id} 的公告是您准备的，需由同事批准。`,
  not_approved: ({ id }) => `${id} 的公告尚未批准，需由准备者以外的人批准。`,
  embargo_running: ({ id, until }, tell) => `${id} 的保密期至 ${tell.time(until)}。请等待，或请报告人同意提前公开。`,
  already_disclosed: ({ id }) => `${id} 已公开。如需更正公告，请准备更正。`,
  no_announce_channel: () => '尚未配置公告频道。请联系运维人员设置 ANNOUNCE_CHANNEL 并重启机器人。',
  announce_channel_out_of_reach: ({ channel }) =>
    `机器人无法在 ${channel} 发布。频道可能已归档，或机器人不是成员。请邀请机器人，然后重新发布。`,
};

export const trouble: Locale['trouble'] = {
  title: '出了问题',
  unexpected: (reference) =>
    `我们这边出了问题。重试之前请先查看报告。如再次出现，请将此编号告知运维人员：${reference}。`,
  tooLong: (look) =>
    `处理超时，无法确认操作是否已完成。请${look === undefined ? '打开“我的报告”' : `输入 ${look} `}查看，或一分钟后再试，不会重复执行。`,
  withReference: (sentence, reference) => `${sentence}如仍然如此，请将此编号告知运维人员：${reference}。`,
  unsure: '无法确认是否完成。请再按一次按钮，不会重复执行。',
};
