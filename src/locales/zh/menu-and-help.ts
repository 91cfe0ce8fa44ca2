import type { Locale } from '../en.js';

export const menu: Locale['menu'] = {
  intro: '漏洞报告会直接交给安全团队，并严格保密。您想做什么？',
  report: '报告漏洞',
  reportForAnother: '代他人提交',
  list: '报告列表',
  mine: '我的报告',
  help: '帮助',
};

export const help: Locale['help'] = {
  heading: '可以输入的命令',
  verb: {
    report: '打开漏洞报告表单。',
    list: '列出报告，从新到旧，附状态、期限和处理人。',
    mine: '查看您自己的报告：进展、团队的消息，以及如何回复。',
    show: '打开一份报告。',
    assign: '为一份报告指定处理人。',
    ack: '给报告人写消息；发送后，报告即视为已答复。',
    triage: '对一份报告作出决定：接受并评级、不接受，或标记为重复。',
    setup: '在每个共享频道放置并置顶报告入口。',
    help: '说明全部命令，或其中一个。',
  },
  ids: '报告编号形如 VR-7K2Q-9FDX，用小写或省略连字符也可以。',
  unknown: (typed) => `没有“${typed}”这个命令。`,
  didYouMean: (usage) => `您要找的是 ${usage} 吗？`,
  seeHelp: '输入 /vuln help 可以查看全部命令。',
};

export const usage: Locale['usage'] = {
  idMissing: '缺少报告编号。',
  idUnreadable: '这不是报告编号。编号形如 VR-7K2Q-9FDX。',
  personMissing: '没有说明由谁处理。',
  personUnreadable: '没有认出您指的人。请输入 @，再从列表中选择。',
  personNotAResponder: '此人不在安全团队中。请选择安全频道里的成员。',
  typeIt: (form) => `请这样输入：${form}`,
};
