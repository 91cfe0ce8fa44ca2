import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** What all test files of this run share: the address of a MongoDB, the path of the packaged browser. @throws Error */
export async function askTheRun(what: 'mongod' | 'chromium'): Promise<string> {
  const path = process.env.VULNDESK_TEST_RUN;
  if (path === undefined) throw new Error('jest.config.js must name test/support/run-setup.ts as globalSetup');
  const socket = connect(path);
  socket.write(what);
  const { given, fault } = JSON.parse(await text(socket));
  if (given === undefined) throw new Error(fault);
  return given;
}
