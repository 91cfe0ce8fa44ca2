import type { Locale } from '../en.js';

export const menu: Locale['menu'] = {
  intro: '漏洞报告会交给安全团队并严格保密。您想做什么？',
  report: '报告漏洞…',
  reportForAnother: '代他人提交…',
  list: '查看报告列表',
  mine: '我的报告',
  help: '查看帮助',
};

export const help: Locale['help'] = {
  heading: '可以输入的命令',
  verb: {
    report: '报告漏洞。',
    list: '列出报告，最紧急的在前。',
    search: '按标题、组件、编号、CVE 编号、姓名或正文搜索报告。',
    mine: '查看您自己的报告和团队的消息，并回复。',
    show: '打开一份报告。如果是您自己的报告，您看到的内容与报告人相同。',
    assign: '将报告指派给处理人。',
    ack: '给报告人写消息，发送后即视为已答复。',
    triage: '接受报告、不接受，或标记为重复。',
    duty: '查看当前和未来四周的值班人，请同事与您换班或接替您值班。',
    away: '登记您不在的日期，以及由谁代班。回来后输入 /vuln away end。每周固定休息日：/vuln away weekends fri sat。',
    break: '登记全队休假后恢复答复的日期，报告按钮、表单和回执会注明。提前回来后输入 /vuln break end。',
    setup: '在每个共享频道置顶报告按钮。',
    help: '查看全部命令，或其中一个的说明。',
  },
  ids: '报告编号形如 VR-7K2Q-9FDX，可用小写，也可省略连字符。',
  unknown: (typed) => `未知命令“${typed}”。`,
  unknownWord: (typed) => `未知列表“${typed}”。`,
  didYouMean: (usage) => `您要找的是 ${usage} 吗？`,
  seeHelp: '输入 /vuln help 查看全部命令。',
};

export const usage: Locale['usage'] = {
  idMissing: '是哪份报告？请加上编号。',
  idUnreadable: '这不是报告编号。编号形如 VR-7K2Q-9FDX。',
  daysMissing: '从哪天到哪天？请写上第一天和最后一天。',
  weekdaysUnreadable: '无法识别这些星期。请写出您每周休息的日子，至少留出一个工作日。',
  daysUnreadable: '无法识别这些日期。请写成 2026-10-01 的形式，先写第一天，最多一年内。',
  ownSubstitute: '不能由您自己代班。请写上另一位同事，或不写。',
  personMissing: '由谁处理？请加上名字。',
  personUnreadable: '无法识别这个名字。请输入 @，再从列表中选择。',
  personNotAResponder: '此人不在安全团队中。请选择安全频道的成员。',
  breakDayUnreadable: '团队哪天恢复答复？请写今天之后的日期，例如 2026-10-08。',
  breakDayTooFar: '这个日期在 60 天之后。请选择更早的日期。',
  breakDayOff: '这天不上班。请选择休假后的第一个工作日。',
  textMissing: '要搜索什么？请加上关键词。',
  typeIt: (form) => `请输入：${form}`,
};
