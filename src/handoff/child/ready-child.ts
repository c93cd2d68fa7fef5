import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import type { Config } from '../../config.js'
import { CONFIG } from '../../platform/config.token.js'
import { packageLimits } from '../limits.js'
import { ready } from './ready.js'
import { startChild, type Child } from './run-child.js'

const millisecondsUntilNext = 500

/**
 * A child that has loaded everything and waits for the next package, so that a clerk does not wait for it. It gets one
 * task and ends; nothing of one package is ever in the process of another.
 */
@Injectable()
export class ReadyChild implements OnApplicationBootstrap, OnApplicationShutdown {
  #waiting: Child | undefined
  #next: NodeJS.Timeout | undefined
  #isOver = false
  private readonly log = new Logger(ReadyChild.name)

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'readyChild'>) {}

  onApplicationBootstrap(): void {
    this.#startSoon()
  }

  onApplicationShutdown(): void {
    this.#isOver = true
    clearTimeout(this.#next)
    this.#waiting?.kill('SIGKILL')
  }

  /** The child that waits, if there is one; it belongs to whoever takes it, and another one gets ready. */
  take(): Child | undefined {
    const child = this.#waiting
    this.#waiting = undefined
    this.#startSoon()
    const isAlive = child?.exitCode === null && child.signalCode === null
    return isAlive ? child : undefined
  }

  /** Not at once: the package that is being made needs the processor more. */
  #startSoon(): void {
    if (!this.config.readyChild || this.#isOver || this.#next !== undefined) return
    this.#next = setTimeout(() => this.#start(), millisecondsUntilNext)
    this.#next.unref()
  }

  #start(): void {
    this.#next = undefined
    try {
      const child = startChild(packageLimits, ready)
      // Whether it still runs is looked at when it is needed.
      child.on('error', () => undefined)
      child.stdin.on('error', () => undefined)
      this.#waiting = child
    } catch (error) {
      // The next package starts its own, and another one gets ready then.
      this.log.warn((error as Error).message)
    }
  }
}
