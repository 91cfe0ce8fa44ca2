import type { RemedyWords } from '../remedy-words.js';

const whose = { team: '团队', us: '美国大部分地区', eu: '欧盟大部分地区' } as const;

export const remedy: RemedyWords = {
  button: {
    cve: 'CVE 编号…',
    embargo: '保密期…',
    credit: '致谢…',
    fix: '修复已发布…',
    prepare: '准备公开…',
    correct: '准备更正…',
    approve: '批准…',
    publish: '发布…',
    embargoBroken: '已提前泄露…',
    agreedEarly: '报告人同意提前公开',
    ownCredit: '如何致谢…',
    agreeEarly: '我同意提前公开',
  },
  title: {
    cve: 'CVE 编号',
    embargo: '保密期',
    credit: '致谢',
    fix: '修复已发布',
    prepare: '准备公开',
    correct: '准备更正',
    approve: '批准公告',
    publish: '发布公告',
    embargoBroken: '已提前泄露',
    ownCredit: '如何致谢',
  },
  submit: {
    record: '记录',
    save: '保存',
    prepare: '准备',
    approve: '批准',
    publish: '发布',
    embargoBroken: '已被公开',
  },
  row: {
    severity: '严重程度',
    embargo: '保密期',
    fixes: '修复情况',
    prepared: '公告',
    published: '发布情况',
    nextUpdate: '下次更新',
    credit: '致谢',
    broken: '已被公开',
    lines: '已确认受影响的产品线',
  },
  severityText: (rating, score) => `${rating}（${score}）`,
  cveRequested: '已申请',
  embargoOver: '已结束',
  agreedEarly: '报告人同意提前公开',
  noted: (id) => `已记录：${id} 的报告人同意提前公开。`,
  fixed: (line, version, day) => `${line}：已在 ${version} 中修复，发布于 ${day}`,
  wontFix: (line) => `${line}：不会修复`,
  noFixYet: (line) => `${line}：尚未处理`,
  preparedBy: (name, time) => `准备：${name}，${time}`,
  approvedBy: (name, time) => `批准：${name}，${time}`,
  waitsForApproval: '等待另一个人批准',
  publishedIn: (channel, time, revision) =>
    revision === 1 ? `${time}，发布于 ${channel}` : `第 ${revision} 版，${time}，发布于 ${channel}`,
  announcementDoubt: (time) => `无法确定 ${time} 的公告是否已发布。频道里有这条公告吗？`,
  announcementFailed: 'Slack 拒绝了公告，因此公告尚未在频道中公开。请把机器人邀请到公告频道，然后按“重新发送”。',
  lineDoubted: '无法确定公告是否已发布，请在卡片上确认。',
  lineFailed: 'Slack 拒绝了公告，请按卡片上的提示处理。',
  lineConfirmed: (by) => `${by} 已确认公告发布成功。`,
  lineSentAgain: (by) => `${by} 让公告重新发布了。`,
  cve: {
    intro: (id) => `${id} 的 CVE 编号，会出现在公告中。`,
    label: 'CVE 编号',
    hint: '如果已申请但尚未拿到编号，请留空。',
    requested: (time) => `已于 ${time} 申请编号。`,
  },
  embargo: {
    intro: (id) => `与报告人约定：在此时间之前不公开 ${id} 的任何内容。`,
    current: (time) => `目前的约定：不早于 ${time}`,
    day: '日期',
    time: '时间',
    hint: (zone) => `日期和时间以团队所在时区 ${zone} 为准。`,
    told: (reporter) => `本应用会以私信告知 ${reporter}。`,
    tellByHand: (reporter) => `本应用无法联系 ${reporter}：请用邮件或电话告知日期。`,
  },
  fix: {
    intro: (id) => `${id} 的各产品线处理结果。尚未决定的请留空，原有记录不变。`,
    affected: (versions) => `受影响的版本：${versions}`,
    version: '修复版本',
    link: '版本链接',
    linkHint: 'https 地址，公告会指向它。',
    day: '发布日期',
    wont: '不会修复',
    wontLabel: '或者',
    tooMany: (shown) => `这里显示了 ${shown} 个产品线。请先记录，再次打开以处理其余部分。`,
    both: '请填写版本，或者选择不会修复，两者只能选一。',
    dayMissing: '请填写发布日期。',
    nothing: '没有填写任何内容。请至少记录一个产品线。',
  },
  notALink: '这个地址无法作为链接。请填写以 https:// 开头且不含密码的地址。',
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
  nextUpdate: {
    label: '最晚何时再次联系报告人',
    hint: (time, zone) => `截至当天 ${time}（${zone}）。日期会写入消息，到期前会提醒您。留空则不作承诺。`,
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
    enTitle: '标题（英文）',
    enSummary: '概要（英文）',
    enWorkaround: '临时缓解措施（英文）',
    zhTitle: '标题（中文）',
    zhSummary: '概要（中文）',
    zhWorkaround: '临时缓解措施（中文）',
    change: '此次更正的内容',
    changeHint: '请用英文填写，会出现在修订记录中。',
    publicHint: '所有人都会读到，请不要写利用细节。',
    zhHint: '可以不填；标题和概要要么都填，要么都不填。',
    missing: '此项必填：请至少写一句给所有人看的话。',
    zhIncomplete: '中文内容需要标题和概要。请填写两者，或全部清空。',
  },
  approve: { intro: (by, id) => `${by} 为 ${id} 准备了这份公告。您在这里看到的就是您批准的内容。` },
  publish: {
    intro: (id, channel) => `按下“发布”后，${id} 将立即在 ${channel} 公开，无法撤回。`,
    by: (preparer, approver) => `由 ${preparer} 准备，${approver} 批准。`,
  },
  embargoBroken: {
    intro: (id) => `用于 ${id} 已经被公开的情况，无论由谁公开。`,
    skips: '这会跳过保密期的结束时间、报告人的同意，以及还没有修复版本的产品线：公告会说明它们暂无修复。',
    needs: '仍然需要至少一个修复版本，以及两个人：一人准备公告，另一人批准。',
    label: '在哪里公开',
    hint: '最好是链接。只有安全团队能读到。',
  },
  mine: {
    embargo: (time) => `在此之前不会公开：${time}`,
    credit: (sentence) => `致谢方式：${sentence}`,
    agreed: '您已同意提前公开。',
    agreeTitle: '在保密期结束前公开？',
    agreeText: '修复版本发布后，团队就可以公开。同意之后无法在这里撤回。',
    agreeYes: '我同意',
    agreeNo: '不，继续等待',
  },
};
