import type { Locale } from '../en.js';

const whose = { team: '团队', us: '美国大部分地区', eu: '欧盟大部分地区' } as const;

export const disclosure: Locale['disclosure'] = {
  button: {
    credit: '致谢…',
    prepare: '准备公开…',
    correct: '准备更正…',
    approve: '批准…',
    publish: '发布…',
    ownCredit: '如何致谢…',
  },
  title: {
    credit: '致谢',
    prepare: '准备公开',
    correct: '准备更正',
    approve: '批准公告',
    publish: '发布公告',
    ownCredit: '如何致谢',
  },
  submit: {
    save: '保存',
    prepare: '准备',
    approve: '批准',
    publish: '发布',
  },
  row: {
    prepared: '公告',
    published: '发布情况',
    credit: '致谢',
  },
  thread: {
    creditChanged: (by) => `${by} 修改了致谢方式。已准备好的公告需要重新准备。`,
    duplicateCreditChanged: '重复报告的报告人修改了致谢方式。公告需要重新准备。',
    prepared: (by) => `${by} 准备好了公告，需要另一个人批准。`,
    approved: (by) => `${by} 批准了公告。`,
    published: (by, revision) => (revision === 1 ? `${by} 发布了公告。` : `${by} 发布了公告的第 ${revision} 版。`),
    thanked: (reporter) => `${reporter} 已收到公开通知和致谢。`,
    doubted: '无法确定公告是否已发布，请在卡片上确认。',
    failed: 'Slack 拒绝了公告，请按卡片上的提示处理。',
    confirmed: (by) => `${by} 已确认公告发布成功。`,
    sentAgain: (by) => `${by} 让公告重新发布了。`,
  },
  preparedBy: (name, time) => `准备：${name}，${time}`,
  approvedBy: (name, time) => `批准：${name}，${time}`,
  waitsForApproval: '等待另一个人批准',
  publishedIn: (channel, time, revision) =>
    revision === 1 ? `${time}，发布于 ${channel}` : `第 ${revision} 版，${time}，发布于 ${channel}`,
  announcementDoubt: (time) => `无法确定 ${time} 的公告是否已发布。频道里有这条公告吗？`,
  announcementFailed: 'Slack 拒绝了公告，因此公告尚未在频道中公开。请把机器人邀请到公告频道，然后按“重新发送”。',
  credit: {
    intro: (id, reporter) => `${id} 的公告中如何向 ${reporter} 致谢。请按对方的意愿记录。`,
    ownIntro: (id) => `${id} 的公告中如何向您致谢。公开之前都可以更改。`,
    now: '公开时的写法',
    by: '致谢方式',
    byName: '写出名字或昵称',
    byNobody: '不写名字',
    name: '名字或昵称',
    link: '链接',
    linkHint: '您自己网页的 https 地址，可以不填。',
    nameMissing: '请填写名字或昵称，或选择不写名字。',
  },
  check: {
    heading: '检查清单',
    patched: '每个受影响的产品线都有修复版本，或已决定不修复。',
    linesLeft: (lines) => `${lines} 既没有修复版本也没有决定。请先按“修复已发布…”。`,
    noRelease: '还没有记录修复版本，在此之前不会公开：请先按“修复已发布…”。',
    noEmbargo: '没有约定保密期。',
    embargoOver: '保密期已结束。',
    agreedEarly: '报告人同意在保密期结束前公开。',
    embargoRuns: (time) => `保密期至 ${time}。现在可以准备和批准，保密期结束后，或报告人同意提前公开后才能发布。`,
    broken: '此漏洞已被公开：跳过保密期和没有修复版本的产品线。',
    goodDay: (day) => `今天是 ${day}，适合发布。`,
    badDay: (day) => `请考虑是否今天发布。今天是 ${day}：`,
    concern: (concern) => {
      switch (concern.concern) {
        case 'friday':
          return '今天是星期五：用户只能在周末升级。';
        case 'weekend':
          return '今天是周末：上班升级的人很少。';
        case 'day_off_tomorrow':
          return '明天休息：用户升级的时间很少。';
        case 'beyond_calendar':
          return '日历中没有此后日期的节假日安排。';
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
    noChannel: '没有配置公告频道。请让维护机器人的人设置 ANNOUNCE_CHANNEL。',
    secondPerson: '需要由准备者以外的人批准。',
    thankByHand: (reporter) => `本应用无法联系 ${reporter}：请用邮件或电话告知已公开，并致谢。`,
    closedWords: '准备和发布时，会将公告与报告中的验证过程和代码比对，以免成段的相同内容被公开。',
  },
  prepare: {
    intro: (id) => `${id} 的公告，面向公众。预览会发到卡片的消息列中。`,
    notYet: '完成之后才能撰写公告。',
    languages: { en: '英文', zh: '中文' },
    title: (language) => `标题（${language}）`,
    summary: (language) => `概要（${language}）`,
    workaround: (language) => `临时缓解措施（${language}）`,
    change: '此次更正的内容',
    changeHint: '请用英文填写，会出现在修订记录中。',
    publicHint: '所有人都会读到，请不要写利用细节。',
    translationHint: '可以不填；标题和概要要么都填，要么都不填。',
    missing: '此项必填：请至少写一句给所有人看的话。',
    incomplete: (language) => `${language}内容需要标题和概要。请填写两者，或全部清空。`,
  },
  approve: { intro: (by, id) => `${by} 为 ${id} 准备了这份公告。您在这里看到的就是您批准的内容。` },
  publish: {
    intro: (id, channel) => `按下“发布”后，${id} 将立即在 ${channel} 公开，无法撤回。`,
    by: (preparer, approver) => `由 ${preparer} 准备，${approver} 批准。`,
  },
  notWrittenIn: (languages) => `还缺少以下语言的内容：${languages}。可重新准备以补充。`,
};
