import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

const whose = { team: '团队', us: '美国大部分地区', eu: '欧盟大部分地区' } as const;

export const disclosure: Locale['disclosure'] = {
  button: {
    credit: '修改致谢…',
    prepare: '准备公开…',
    correct: '准备更正…',
    withdraw: '撤回公告…',
    approve: '批准…',
    publish: '发布…',
    ownCredit: '致谢方式…',
  },
  title: {
    credit: '致谢',
    prepare: '准备公开',
    correct: '准备更正',
    withdraw: '撤回公告',
    approve: '批准公告',
    publish: '发布公告',
    ownCredit: '致谢方式',
  },
  submit: { save: '保存', prepare: '准备', approve: '批准', publish: '发布' },
  row: { prepared: '公告', published: '发布情况', credit: '致谢' },
  thread: {
    creditChanged: (by) => spaced`${by}修改了致谢方式。`,
    duplicateCreditChanged: '重复报告的报告人修改了致谢方式。',
    prepareAgain: '请重新准备公告。',
    prepared: (by) => spaced`${by}准备了公告，需由另一人批准。`,
    withdrawalPrepared: (by) => spaced`${by}准备撤回公告，需由另一人批准。`,
    withdrawn: (by) => spaced`${by}撤回了公告。`,
    withdrawalTold: (reporter) => spaced`正在告知${reporter}公告已撤回。`,
    approved: (by) => spaced`${by}批准了公告。`,
    published: (by, revision) =>
      revision === 1 ? spaced`${by}发布了公告。` : spaced`${by}发布了公告的第 ${revision} 版。`,
    thanked: (reporter) => spaced`正在告知${reporter}漏洞已公开，并致谢。`,
    doubted: 'Slack 未确认公告是否已发布，请在卡片上确认。',
    failed: 'Slack 拒绝了公告，请打开卡片处理。',
    confirmed: (by) => spaced`${by}已确认公告发布成功。`,
    sentAgain: (by) => spaced`${by}重新发布了公告。`,
  },
  preparedBy: (name, time) => `准备：${name}，${time}`,
  approvedBy: (name, time) => `批准：${name}，${time}`,
  waitsForApproval: '需由另一人批准',
  publishedIn: (channel, time, revision) =>
    revision === 1 ? `${time}，发布于 ${channel}` : `第 ${revision} 版，${time}，发布于 ${channel}`,
  withdrawnIn: (channel, time) => spaced`${time}撤回，发布于 ${channel}`,
  announcementDoubt: (time) => `${time} 的公告发布了吗？Slack 未确认。`,
  announcementFailed: 'Slack 拒绝了公告，因此公告尚未在频道中公开。请将机器人邀请到公告频道，然后按“重新发送”。',
  credit: {
    intro: (id, reporter) => spaced`请记录${reporter}希望在 ${id} 的公告中如何致谢。`,
    ownIntro: (id) => `请选择我们在 ${id} 的公告中如何向您致谢。公开之前都可以更改。`,
    now: '目前的致谢',
    by: '致谢方式',
    byName: '写出名字或昵称',
    byNobody: '不写名字',
    role: '致谢事由',
    roles: {
      finder: '发现漏洞',
      reporter: '报告漏洞',
      analyst: '分析漏洞',
      coordinator: '协调披露',
      remediation_developer: '开发修复',
      remediation_reviewer: '评审修复',
      remediation_verifier: '验证修复',
      tool: '提供发现漏洞的工具',
      sponsor: '资助',
      other: '其他',
    },
    name: '名字或昵称',
    link: '链接',
    linkHint: '个人网页的 https 地址，可不填。',
    nameMissing: '请填写名字或昵称，或选择“不写名字”。',
  },
  check: {
    heading: '检查清单',
    patched: '每个受影响的产品线都有修复版本，或已决定不修复。',
    linesLeft: (lines) => `${lines} 既没有修复版本，也没有决定。请先按“记录修复…”。`,
    noRelease: '还没有记录修复版本。请先按“记录修复…”。',
    noEmbargo: '没有保密期。',
    embargoOver: '保密期已结束。',
    agreedEarly: '报告人同意在保密期结束前公开。',
    embargoRuns: (time) => `保密期至 ${time}。现在可以准备和批准。保密期结束后，或报告人同意提前公开后，即可发布。`,
    publicOneRelease: '此漏洞已被公开，有一个修复版本即可发布。',
    publicNoEmbargo: '此漏洞已被公开，无需等待保密期结束。',
    goodDay: (day) => `今天是 ${day}，适合发布。`,
    badDay: (day) => `今天是 ${day}，适合发布吗？`,
    concern: (concern) => {
      switch (concern.concern) {
        case 'eve_of_weekend':
          return '明天就是周末，用户只能在周末升级。';
        case 'weekend':
          return '今天是周末，上班升级的人很少。';
        case 'day_off_tomorrow':
          return '明天休息，用户升级的时间很少。';
        case 'beyond_calendar':
          return '日历中没有此后的节假日安排。';
        case 'holiday':
          return `今天是${concern.name.zh}，${whose[concern.where]}放假。`;
        case 'eve_of_holiday':
          return `明天是${concern.name.zh}，${whose[concern.where]}放假。`;
        default:
          return concern satisfies never;
      }
    },
    credit: (sentences) => `致谢：${sentences}`,
    channel: (channel) => `公告将发布在 ${channel}。`,
    noChannel: '尚未配置公告频道。请联系运维人员设置 ANNOUNCE_CHANNEL。',
    secondPerson: '需由另一人批准。',
    thankByHand: (reporter) => spaced`本应用无法联系${reporter}。公开后，请通过邮件或电话告知并致谢。`,
    closedWords: '我们会将公告与报告中的验证过程和代码比对，照抄的内容无法发布。',
  },
  prepare: {
    intro: (id) => `请撰写 ${id} 的公告。预览会发到卡片的消息列中。`,
    notYet: '完成之后才能撰写公告。',
    languages: { en: '英文', zh: '中文' },
    title: (language) => `标题（${language}）`,
    summary: (language) => `概要（${language}）`,
    workaround: (language) => `临时缓解措施（${language}）`,
    change: '此次更正的内容',
    changeHint: '请用英文填写，会出现在修订记录中。',
    publicHint: '所有人都能看到，请勿写利用细节。',
    translationHint: '标题和概要请都填写，或都不填。',
    missing: '此项必填，请至少为公众写一句话。',
    incomplete: (language) => `请填写${language}的标题和概要，或全部留空。`,
  },
  withdraw: {
    intro: (id) => `${id} 的公告仍可阅读，但会在各处标为已撤回，需由另一人批准。`,
    reason: '撤回原因',
    reasonHint: '请用英文填写。所有人都能看到，也会告知报告人。',
    reminder: '此操作将撤回公告。',
  },
  correction: {
    heading: '与已发布公告的差异（旧 → 新）',
    nothing: '文字和事实均无变化。',
    untouched: (untouched, touched) => `未改动：${untouched}。已改动：${touched}。请确认两者内容仍然一致。`,
  },
  approvalLine: (id) => `${id} 的公告已准备好，需由另一人批准。`,
  approve: { intro: (by, id) => spaced`${by}为 ${id} 准备了这份公告。您批准的就是这里显示的内容。` },
  publish: {
    intro: (id, channel) => `按“发布”后，${id} 将在 ${channel} 公开，无法撤回。`,
    by: (preparer, approver) => spaced`由${preparer}准备，${approver}批准。`,
  },
  notWrittenIn: (languages) => `还缺少以下语言的内容：${languages}。如需补充，请重新准备公告。`,
};
