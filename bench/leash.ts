/**
 * Loaded into each process of a benchmark before anything else: ends it in order when the process that started it is gone,
 * however that one ended. A benchmark that falls or is killed leaves no server and no PostgreSQL behind.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The leash itself holds nobody: a benchmark that has nothing left to do ends.
process.channel?.unref()
