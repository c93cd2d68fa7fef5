import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import type { Config } from '../../config.js'
import { UploadStore } from '../../casework/upload.store.js'
import { placeOf } from '../../cooperation/delivery-target.js'
import { audit } from '../../platform/audit.js'
import { CONFIG } from '../../platform/config.token.js'
import { Database } from '../../platform/database.js'
import { FileStore } from '../../platform/file-store.js'
import { Ids } from '../../platform/ids.js'
import { Intervals } from '../../platform/intervals.js'
import { waitAfter } from './delivery.js'
import { type Attempt, DeliveryStore } from './delivery.store.js'
import { makeParcel } from './make-parcel.js'
import { readyPackage } from './ready-package.js'
import { transportTo } from './transport-to.js'
import { NotDelivered } from './transport.js'

const lookEveryMilliseconds = 5_000
const keepEveryMilliseconds = 5_000

/** A receiver that takes its time does not hold up the others. */
const mostAtOnce = 4

/**
 * Brings packages into the systems of the departments. What is due stands in the database, so that a server that is
 * killed loses nothing: its attempt comes due again by itself, and sending twice does no harm.
 */
@Injectable()
export class DeliverPackages implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(DeliverPackages.name)
  private readonly ending = new AbortController()
  private readonly running = new Set<Promise<void>>()
  private looking: Promise<void> | undefined

  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly files: FileStore,
    private readonly uploads: UploadStore,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly intervals: Intervals,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.intervals.every(lookEveryMilliseconds, this.log, () => this.look())
    this.look()
  }

  /** Waits for what runs; it is handed back when it does not end at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort()
    await this.looking
    await Promise.all(this.running)
  }

  /** Takes on what is due. Called when something may be; does nothing while it is at it. */
  look(): void {
    if (this.ending.signal.aborted) return
    this.looking ??= this.takeOn()
      .catch((error) => this.log.warn(`deliveries were not looked at: ${String(error)}`))
      .finally(() => (this.looking = undefined))
  }

  private async takeOn(): Promise<void> {
    while (this.running.size < mostAtOnce && !this.ending.signal.aborted) {
      const attempt = await this.deliveries.claim(this.ids.newId())
      if (attempt === null) return
      const work = this.attempt(attempt).finally(() => {
        this.running.delete(work)
        this.look()
      })
      this.running.add(work)
    }
  }

  /** One attempt, from its claim to its end in the database. Never throws: what is not written comes due again. */
  private async attempt(attempt: Attempt): Promise<void> {
    const lost = new AbortController()
    const beat = setInterval(() => void this.keep(attempt, lost), keepEveryMilliseconds)
    try {
      const to = await this.deliver(attempt, AbortSignal.any([this.ending.signal, lost.signal]))
      await this.delivered(attempt, to)
    } catch (error) {
      await this.failed(attempt, error).catch((cause) =>
        this.log.warn(`delivery ${attempt.packageId}: ${String(cause)}`),
      )
    } finally {
      clearInterval(beat)
    }
  }

  private async keep(attempt: Attempt, lost: AbortController): Promise<void> {
    if (!(await this.deliveries.keep(attempt).catch(() => true))) lost.abort()
  }

  /** @returns where it went */
  private async deliver(attempt: Attempt, signal: AbortSignal): Promise<string> {
    if (attempt.tries > this.config.deliveryTries)
      throw new NotDelivered('lasting', 'Die Versuche sind ohne Ergebnis abgebrochen.')
    const found = await this.deliveries.packageOf(attempt)
    const target = found === null ? null : await this.deliveries.targetOf(found)
    if (found === null || target === null)
      throw new NotDelivered('lasting', 'Für den Fachdienst ist keine Zustellung mehr eingerichtet.')
    const scans = target.originals ? await this.uploads.of(found.caseFileId) : []
    const ready = readyPackage(this.files, found, scans)
    await transportTo(target.to, this.config).deliver(await makeParcel(target.form, ready), signal)
    return placeOf(target.to)
  }

  private async delivered(attempt: Attempt, to: string): Promise<void> {
    await this.database.change(async (tx) => {
      if (await this.deliveries.delivered(tx, attempt, to))
        await audit(tx, {
          actor: null,
          action: 'package.delivered',
          subject: subjectOf(attempt),
          details: { to },
        })
    })
  }

  private async failed(attempt: Attempt, error: unknown): Promise<void> {
    if (this.ending.signal.aborted) return void (await this.deliveries.handBack(attempt))
    const problem = error instanceof NotDelivered ? error : unforeseen(error)
    this.log.warn(`delivery ${attempt.packageId}, attempt ${attempt.tries}: ${causeOf(problem)}`)
    if (problem.kind === 'lasting' || attempt.tries >= this.config.deliveryTries)
      return this.giveUp(attempt, problem.message)
    const wait = waitAfter(attempt.tries, this.config.deliveryRetrySeconds)
    await this.deliveries.tryLater(attempt, wait, problem.message)
  }

  private async giveUp(attempt: Attempt, problem: string): Promise<void> {
    const { tries } = attempt
    await this.database.change(async (tx) => {
      if (await this.deliveries.needsHuman(tx, attempt, problem))
        await audit(tx, {
          actor: null,
          action: 'package.notDelivered',
          subject: subjectOf(attempt),
          details: { tries },
        })
    })
  }
}

const subjectOf = ({ packageId }: Attempt) => ({ kind: 'package', id: packageId })

const unforeseen = (cause: unknown): NotDelivered =>
  new NotDelivered('passing', 'Beim Zustellen ist ein unerwarteter Fehler aufgetreten.', { cause })

/** For the log: our sentence, and what the system called it. Never an answer or a header. */
const causeOf = ({ message, cause }: NotDelivered): string =>
  cause instanceof Error ? `${message} (${(cause as NodeJS.ErrnoException).code ?? cause.message})` : message
