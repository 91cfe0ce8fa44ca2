// For `npm run test:fast`: a test that starts a program or opens a socket is named `.integration.test.ts`.
const childProcess = require('node:child_process');
const net = require('node:net');

const refuse = (what) => () => {
  throw new Error(`This test ${what}: name it *.integration.test.ts, which the fast tests leave out.`);
};
childProcess.ChildProcess.prototype.spawn = refuse('starts a program');
childProcess.spawnSync = refuse('starts a program');
net.Server.prototype.listen = refuse('opens a socket');
net.Socket.prototype.connect = refuse('opens a socket');
