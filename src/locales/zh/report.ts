import type { Locale } from '../en.js';
import { spaced } from './spaced.js';

export const view: Locale['view'] = {
  title: '漏洞报告',
  knownAlready: {
    no: '据报告人所知没有',
    exploited: '已被利用',
    public: '已在某处公开',
    unsure: '报告人不确定',
  },
  label: {
    known: '是否已被利用或公开',
    credit: '致谢',
    language: '报告人的语言',
    history: '处理记录',
    messages: '给报告人的消息',
    received: '收到时间',
  },
  noCredit: '报告人不希望具名。',
  message: (by, route) => `${by}，${route === 'direct_message' ? '私信' : '邮件或电话'}`,
  delivery: { sent: '已发出', unsure: '可能未送达', failed: '未送达' },
  facts: '基本信息',
  steps: '现在可以做的',
  earlierMessages: (count) => `另有 ${count} 条更早的消息，见后面的页。`,
  earlierEvents: (count) => `另有 ${count} 条更早的记录，见后面的页。`,
};

export const assign: Locale['assign'] = {
  title: '更多',
  button: '指派…',
  formTitle: '指派报告',
  unassign: '取消指派（暂无处理人）',
  submit: '指派',
  label: '指派给',
  stage: { messages: '消息与备注', triage: '研判', remediation: '修复与公开' },
  placeholder: '选择处理人',
  intro: (id, responder) =>
    responder === undefined
      ? `${id} 还没有处理人。`
      : spaced`${id} 的处理人是${responder}。所选的人接受之前，仍由${responder}处理。`,
  nobodyElse: '安全团队中没有其他人。',
  tooMany: (shown) => `这里只列出前 ${shown} 人。要指派给其他人，请输入 /vuln assign ID @who。`,
};

export const list: Locale['list'] = {
  title: '报告列表',
  submit: '搜索',
  filter: {
    open: '处理中',
    mine: '由我处理',
    unassigned: '无人处理',
    due: '即将到期',
    overdue: '已逾期',
    exploited: '已被利用或公开',
    waiting: '等待报告人',
    closed: '已关闭或已公开',
    all: '全部报告',
  },
  filterHelp: {
    open: '所有仍需处理的报告，默认显示。',
    mine: '由您处理的报告。',
    unassigned: '还没有处理人的报告。',
    due: '今天或下一个工作日到期。',
    overdue: '已超过期限。',
    exploited: '报告人称已被利用或公开。',
    waiting: '等待报告人回复。',
    closed: '未接受、重复、已撤回或已公开。',
    all: '先列处理中的，再列已结束的。',
  },
  filterLabel: '哪些报告',
  severityLabel: '严重程度',
  quoteIt: '如要搜索这个词本身，请加上引号。',
  anySeverity: '任何严重程度',
  wordsLabel: '搜索内容',
  wordsHint: '搜索标题、组件、编号、CVE 编号、姓名和报告正文。加引号的词组按整体搜索。',
  counts: ({ open, overdue, unassigned }) => `${open} 份处理中 · ${overdue} 份已逾期 · ${unassigned} 份无人处理`,
  none: '没有符合条件的报告。',
  noneYet: '还没有报告。',
  noneMore: '没有更多报告了。',
  noneSoFar: '目前没有找到。请按“更多结果”继续搜索更早的报告。',
  more: '更多结果',
  first: '回到开头',
  unreadable: (id, why) => `${id} 无法显示。${why}`,
  unreadableWhy: {
    newer: '它由更新版本的 Vulndesk 写入。',
    key: '缺少它的密钥，请告知运维人员。',
    damaged: '数据已损坏，请告知运维人员。',
    changed: '有人在数据库中修改了它，请告知运维人员。',
  },
  responder: (name) => `处理人：${name}`,
  show: '查看报告',
};

export const done: Locale['done'] = {
  assigned: (id, responder) => spaced`${id} 现在由${responder}处理。`,
  assignedAlready: (id, responder) => spaced`${id} 已由${responder}处理，没有改动。`,
  offered: (id, to, from) => spaced`已请${to}接手 ${id}。对方接受之前，仍由${from}处理。`,
  handOverDeclined: (id) => `已记录。${id} 的处理人不变，并已告知对方。`,
  deliveryConfirmed: (id) => `谢谢，${id} 的消息已记录为送达。`,
  sentAgain: (id) => `${id} 的消息将重新发送。`,
};
