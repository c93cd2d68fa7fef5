import { type BeforeApplicationShutdown, Injectable, type Logger } from '@nestjs/common'

/** What the server does again and again beside its work, until it ends. */
@Injectable()
export class Intervals implements BeforeApplicationShutdown {
  readonly #timers: NodeJS.Timeout[] = []

  /**
   * Does something at intervals, the first time after one, and not while it still does. What fails is told, and tried
   * again the next time.
   */
  every(milliseconds: number, log: Logger, work: () => void | Promise<void>): void {
    let isRunning = false
    const attempt = async () => {
      if (isRunning) return
      isRunning = true
      try {
        await work()
      } catch (error) {
        log.error(error)
      } finally {
        isRunning = false
      }
    }
    this.#timers.push(setInterval(() => void attempt(), milliseconds).unref())
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.#timers) clearInterval(timer)
  }
}
