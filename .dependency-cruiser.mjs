// The modules of src/ and who may import whom: imports go one way, `import type` included. Tests may import anything.
//
// TypeScript is read here through @swc/core, since TypeScript 7 has no compiler API; without swc nothing would be seen, so
// test/architecture/arrows.test.ts plants a violation of each rule and expects it to be found. swc does not tell
// `import type` from a value import; where types alone may pass, test/architecture/types-only.test.ts looks.

/** A module is a folder of src/, or one of the two files at its top: main.ts, app.ts. */
const moduleOf = (...names) => `^src/(${names.join('|')})[/.]`;
const npm = (...names) => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`;

const modules = {
  report: [[], 'What may happen to a report depends on nothing else, so that it can be tested without anything else'],
  deadline: [['report'], 'When something is due follows from the report and the calendar alone'],
  advisory: [
    ['report', 'locales'],
    'What is published is made of a report and sentences, never of who asks or where it is kept',
  ],
  locales: [['deadline', 'report'], 'Sentences are handed plain values and do not look anything up'],
  handling: [
    ['advisory', 'deadline', 'report'],
    'How a report is carried out names its ports and knows nobody behind them',
  ],
  keys: [[], 'Keys are derived and compared without knowing what they seal'],
  store: [['handling', 'keys', 'report'], 'The store keeps what handling hands it and meets neither Slack nor mail'],
  slack: [
    ['handling', 'advisory', 'locales', 'deadline', 'report', 'http'],
    'Slack asks through the ports of handling; it reaches no database and cannot ask whether it talks to the sandbox',
  ],
  http: [[], 'How the bot listens is one for all its ports and knows nothing of what is asked there'],
  ops: [['handling', 'http'], 'Logs and metrics hear what handling reports and cannot reach report text by themselves'],
  config: [['deadline', 'keys', 'report'], 'Settings are read into plain values before any module is built'],
  sandbox: [
    ['app', 'config', 'deadline', 'report'],
    'The sandbox starts the bot as an operator would and shares no code with what it tests',
  ],
};

const arrows = Object.entries(modules).map(([name, [may, why]]) => ({
  name: `${name}-arrows`,
  severity: 'error',
  comment: `${why}: src/${name} may import ${may.length > 0 ? may.join(', ') : 'no other module'}.`,
  from: { path: moduleOf(name) },
  to: { path: '^src/', pathNot: moduleOf(name, ...may) },
}));

/** The layers inside src/slack, from the top down: each may import itself and those named. */
const layer = (...names) => `^src/slack/(${names.join('|')})[/.]`;
const slackLayers = {
  'slack-adapter': [
    ['routing', 'handlers', 'notifier', 'views', 'transport', 'workspace'],
    'The adapter puts the parts of slack together and is imported by the composition root alone',
  ],
  routing: [
    ['handlers', 'notifier', 'views', 'workspace'],
    'Routing reads who asks for what and calls a handler; it never learns whether HTTP or a socket brought it',
  ],
  handlers: [['notifier', 'views', 'workspace'], 'A handler answers one kind of interaction and never routes another'],
  notifier: [
    ['views', 'workspace'],
    'The notifier posts what is due, whoever asked; no handler calls it for an answer',
  ],
  views: [[], 'A view is a pure drawing of facts: it reaches no workspace and knows no sender'],
  transport: [['workspace'], 'Transport hands on what Slack delivers and knows neither views nor handlers'],
  workspace: [
    [],
    'The workspace asks Slack about people, channels and scopes, and knows nothing of what is done with it',
  ],
};
const viewLayers = {
  channel: [['parts', 'kit'], 'What stands in a channel is drawn from parts, never from another surface'],
  forms: [['parts', 'kit'], 'A form is drawn from parts, never from a page or a message'],
  pages: [
    ['forms', 'messages', 'parts', 'kit'],
    'A page may show what a form or a message shows, not the other way round',
  ],
  messages: [['parts', 'kit'], 'A message is drawn from parts, never from a page or a form'],
  parts: [['kit'], 'Parts are shared by surfaces and belong to none'],
  kit: [[], 'The kit knows Block Kit and its limits, and nothing about reports'],
};
const layerRules = [
  ...Object.entries(slackLayers).map(([name, [may, why]]) => ({
    name: `slack-${name}-layer`,
    severity: 'error',
    comment: `${why}: src/slack/${name} may import ${may.length > 0 ? may.join(', ') : 'no other layer'}.`,
    from: { path: layer(name) },
    to: { path: '^src/slack/', pathNot: layer(name, ...may) },
  })),
  ...Object.entries(viewLayers).map(([name, [may, why]]) => ({
    name: `views-${name}-layer`,
    severity: 'error',
    comment: `${why}: src/slack/views/${name} may import ${may.length > 0 ? may.join(', ') : 'no other folder of views'}.`,
    from: { path: `^src/slack/views/${name}/` },
    to: { path: '^src/slack/views/[^/]+/', pathNot: `^src/slack/views/(${[name, ...may].join('|')})/` },
  })),
];

const heads = [
  {
    name: 'app-arrows',
    severity: 'error',
    comment:
      'The composition root knows every module, but the sandbox stands outside it and the command line above it.',
    from: { path: moduleOf('app') },
    to: { path: moduleOf('sandbox', 'main', 'commands') },
  },
  {
    name: 'commands-arrows',
    severity: 'error',
    comment:
      'A verb takes what it needs from any module; the sandbox is not in the production image, and main is above.',
    from: { path: moduleOf('commands') },
    to: { path: moduleOf('sandbox', 'main') },
  },
  {
    name: 'main-arrows',
    severity: 'error',
    comment:
      'The command line only chooses what to start: it may import app, commands and config, and load the sandbox.',
    from: { path: moduleOf('main') },
    to: { path: '^src/', pathNot: moduleOf('main', 'app', 'commands', 'config', 'sandbox') },
  },
  {
    name: 'sandbox-is-loaded-late',
    severity: 'error',
    comment: 'The sandbox and its packages are not in the production image: main may load it by import() only.',
    from: { path: moduleOf('main') },
    to: { path: moduleOf('sandbox'), dynamic: false },
  },
];

const only = (name, packages, where, why) => ({
  name: `${name}-only-there`,
  severity: 'error',
  comment: `${why}: only ${where.join(' and ')} may import it.`,
  from: { path: '^src/', pathNot: moduleOf(...where) },
  to: { path: npm(...packages) },
});

const packages = [
  only(
    'luxon',
    ['luxon', 'croner'],
    ['deadline'],
    'Zones and offsets are decided in one place; the others get text from format-time',
  ),
  only('mongodb', ['mongodb'], ['store'], 'Documents and queries are the business of the store'),
  only('slack', ['@slack/[^/]+'], ['slack', 'sandbox'], 'Bolt and its clients end at the door of Slack'),
  only('commander', ['commander'], ['main', 'commands'], 'The command line is read at the top and handed on as values'),
  only(
    'ops-packages',
    ['pino', 'prom-client'],
    ['ops'],
    'What is logged and counted passes one gate that lets no report text out',
  ),
  only(
    'page-packages',
    ['react', 'react-dom', 'slack-blocks-to-jsx', 'ws'],
    ['sandbox'],
    'Pages and sockets of our own exist in the sandbox alone',
  ),
  only('yaml', ['yaml'], ['config'], 'Files of the operator are read in one place, with every fault named at its line'),
  only(
    'cvss',
    ['ae-cvss-calculator'],
    ['report'],
    'A severity is part of the report, and so is the way it is reckoned',
  ),
  {
    name: 'production-packages-only',
    severity: 'error',
    comment:
      'The production image has no development dependencies. The sandbox is not in it, and the download of a mongod is passed over, saying so, where its package is absent.',
    from: { path: '^src/', pathNot: moduleOf('sandbox') },
    to: { dependencyTypes: ['npm-dev'], pathNot: npm('mongodb-memory-server-core') },
  },
  {
    name: 'mongod-download-is-loaded-late',
    severity: 'error',
    comment:
      'A development dependency: the store may load it by import() only, so that its absence is a sentence and no crash.',
    from: { path: '^src/' },
    to: { path: npm('mongodb-memory-server-core'), dynamic: false },
  },
];

const purity = {
  name: 'pure-modules-do-nothing',
  severity: 'error',
  comment:
    'What may happen, when it is due, what is published and how it is said are pure: no files, sockets, processes or timers.',
  from: { path: moduleOf('report', 'deadline', 'advisory', 'locales') },
  to: {
    path: '^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process|worker_threads|cluster|timers|process|os|readline)(/|$)',
    dependencyTypes: ['core'],
  },
};

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere here is missing from package.json or misspelt.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'src-knows-src',
      severity: 'error',
      comment: 'The program is compiled from src/ alone: tests, scripts and benches are not beside it when it runs.',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|dist)/' },
    },
    ...arrows,
    ...layerRules,
    ...heads,
    ...packages,
    purity,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
};
