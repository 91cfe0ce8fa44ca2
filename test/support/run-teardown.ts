export default async function teardown(): Promise<void> {
  const shared = globalThis.sharedByTheRun;
  shared?.server.close();
  await shared?.stop();
}
