import type { Locale } from '../en.js';
import { promised, promiseLate } from './duties.js';
import { spaced } from './spaced.js';

export const mine: Locale['mine'] = {
  title: '我的报告',
  incomplete: '部分报告暂时无法显示，请稍后再试。',
  none: '您还没有提交过报告。',
  status: {
    received: '已收到，将由专人与您联系',
    acknowledged: '已有专人跟进，正在核实',
    accepted: '已接受，正在修复',
    fixed: '已修复，补丁版本已发布，正在准备公开',
    disclosed: '已修复并公开，谢谢您',
    declined: '我们不将其视为漏洞',
    duplicate: '此前已有人报告。如您愿意，我们同样会向您致谢',
    withdrawn: '您已撤回',
  },
  declinedInAMessage: '我们不将其视为漏洞，原因见团队的消息',
  due: promised,
  overdue: promiseLate,
  messages: '安全团队的消息',
  seen: (time) => spaced`团队已于 ${time}查看`,
  noMessages: '还没有消息。',
  answer: '回复…',
  addInformation: '补充信息…',
  withdraw: '撤回',
  withdrawTitle: '撤回这份报告？',
  withdrawText: '我们将停止处理。您写的内容仍加密保存，以后可以重新提交。',
  withdrawYes: '撤回',
  withdrawNo: '保留',
  asked: '❓ 我们有问题想请教您',
  home: '您的报告',
  all: {
    exploited: '全部已被利用或公开的',
    overdue: '全部已逾期的',
    due: '全部即将到期的',
    unassigned: '全部无人处理的',
    mine: '全部由我处理的',
    waiting: '全部等待报告人的',
  },
  open: '处理中的报告',
  nothingOpen: '没有处理中的报告。',
};
