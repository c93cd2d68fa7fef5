import { workerData } from 'node:worker_threads'

/** The thread that looks. What it does is all that it is for, so it shares nothing with the rest of the child. */
const most = Number(workerData) * 1_000_000
const millisecondsBetweenLooks = 4

setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL')
}, millisecondsBetweenLooks)
