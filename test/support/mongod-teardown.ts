export default async function teardown(): Promise<void> {
  const shared = globalThis.vulndeskMongod;
  if (shared === undefined) return;
  shared.server.close();
  await shared.stop?.();
}
