import { type BeforeApplicationShutdown, Injectable, type Logger } from '@nestjs/common'

/** What the server does again and again beside its work, until it ends. */
@Injectable()
export class Intervals implements BeforeApplicationShutdown {
  readonly #timers: NodeJS.Timeout[] = []

  /** Does something at intervals, the first time after one. What fails is told, and tried again the next time. */
  every(milliseconds: number, log: Logger, work: () => void | Promise<void>): void {
    const attempt = async () => {
      try {
        await work()
      } catch (error) {
        log.error(error)
      }
    }
    this.#timers.push(setInterval(() => void attempt(), milliseconds).unref())
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.#timers) clearInterval(timer)
  }
}
