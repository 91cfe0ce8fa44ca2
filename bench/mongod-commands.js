const ofConnections = new Set([
  'hello',
  'isMaster',
  'ping',
  'endSessions',
  'saslStart',
  'saslContinue',
  'serverStatus',
]);

/** How many commands mongod has carried out, but for those by which a driver keeps its connections. */
export async function mongodCommands(client) {
  const { metrics } = await client.db('admin').command({ serverStatus: 1 });
  const counts = Object.entries(metrics.commands).filter(([name]) => !ofConnections.has(name));
  return counts.reduce((sum, [, { total = 0 }]) => sum + Number(total), 0);
}
