import type { Locale } from '../en.js';

const vector = { N: '网络', A: '相邻网络', L: '本地', P: '物理' };
const complexity = { L: '低', H: '高' };
const privileges = { N: '无', L: '低', H: '高' };
const impact = { H: '高', L: '低', N: '无' };

export const cvss: Locale['cvss'] = {
  rating: { none: '无', low: '低危', medium: '中危', high: '高危', critical: '严重' },
  metrics: {
    '3.1': {
      AV: { name: '攻击途径', values: vector },
      AC: { name: '攻击复杂度', values: complexity },
      PR: { name: '所需权限', values: privileges },
      UI: { name: '用户交互', values: { N: '不需要', R: '需要' } },
      S: { name: '影响范围', values: { C: '改变', U: '不改变' } },
      C: { name: '机密性', values: impact },
      I: { name: '完整性', values: impact },
      A: { name: '可用性', values: impact },
    },
    '4.0': {
      AV: { name: '攻击途径', values: vector },
      AC: { name: '攻击复杂度', values: complexity },
      AT: { name: '攻击前提', values: { N: '无', P: '有' } },
      PR: { name: '所需权限', values: privileges },
      UI: { name: '用户交互', values: { N: '不需要', P: '被动', A: '主动' } },
      VC: { name: '脆弱系统：机密性', values: impact },
      VI: { name: '脆弱系统：完整性', values: impact },
      VA: { name: '脆弱系统：可用性', values: impact },
      SC: { name: '后续系统：机密性', values: impact },
      SI: { name: '后续系统：完整性', values: impact },
      SA: { name: '后续系统：可用性', values: impact },
    },
  },
  named: (name, metric) => `${name}（${metric}）`,
  counted: {
    temporal: '时间',
    threat: '威胁',
    environmental: '环境',
    temporal_environmental: '时间和环境',
    threat_environmental: '威胁和环境',
  },
  apart: (scored, counted, base, rating) => `${scored}，已计入${counted}指标；基础评分 ${base}，${rating}`,
  scored: (score, rating, version) => `${score}，${rating}（CVSS v${version}）`,
  notAVector: '这不是 CVSS 向量。请输入类似 CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N 的向量，或用按钮逐项选择。',
  noVersion: '向量缺少版本，请以 CVSS:3.1/ 或 CVSS:4.0/ 开头。',
  otherVersion: (version) =>
    `这是 CVSS ${version || '（无版本）'} 的向量。这里只接受 3.1 和 4.0，请改用其中一个版本评分。`,
  malformedPart: (part) => `“${part}”不是指标和取值。两个斜杠之间请写一对，例如 AV:N。`,
  unknownMetric: (metric, version) => `CVSS v${version} 没有指标 ${metric}。请更正或删除，或修改开头的版本。`,
  unknownValue: (metric, value, expected) => `${metric} 没有取值 ${value}，请使用以下取值之一：${expected}。`,
  metricTwice: (metric) => `${metric} 出现了两次，请保留正确的一个。`,
  missingMetrics: (metrics, version) => `缺少 CVSS v${version} 必需的指标，请补充以下指标和取值：${metrics}。`,
};
