import { Worker } from 'node:worker_threads'

/**
 * Ends this process as soon as it has more memory in use than that. A thread of its own looks, so it is never too busy
 * for it, while the server may look too late.
 */
export function watchOwnMemory(megabytes: number): void {
  const looking = new Worker(new URL('./memory-watch.js', import.meta.url), {
    workerData: megabytes,
    env: {},
  })
  looking.unref()
}
