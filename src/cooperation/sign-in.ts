import { Injectable, Logger } from '@nestjs/common'
import { audit } from '../platform/audit.js'
import { Database } from '../platform/database.js'
import { SessionStore } from '../platform/http/session.store.js'
import { type Refusal, refusal } from '../platform/refusal.js'
import type { Actor } from './actor.js'
import { ActorStore } from './actor.store.js'
import { GuessThrottle } from './guess-throttle.js'
import { Passwords } from './passwords.js'
import { StaffStore } from './staff.store.js'

/** One text for all: whether the name or the password is wrong, or the account disabled, is nobody's business. */
const wrong = refusal('signIn.wrong', 'Anmeldename oder Kennwort stimmt nicht.')

const tooOften = (minutes: number): Refusal =>
  refusal(
    'signIn.tooOften',
    `Zu viele Fehlversuche. Bitte in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal versuchen.`,
  )

@Injectable()
export class SignIn {
  private readonly log = new Logger(SignIn.name)

  constructor(
    private readonly database: Database,
    private readonly staff: StaffStore,
    private readonly actors: ActorStore,
    private readonly passwords: Passwords,
    private readonly throttle: GuessThrottle,
    private readonly sessions: SessionStore,
  ) {}

  /** Finds out whether someone is who they say. Capitals in the name do not matter. */
  async signIn(typedName: string, password: string, address: string): Promise<Actor | Refusal> {
    const signInName = typedName.trim().toLowerCase()
    const result = await this.throttle.attempt(signInName, address, () =>
      this.identify(signInName, password, address),
    )
    if (result === null) return wrong
    if ('minutes' in result) return tooOften(result.minutes)
    await this.record(result)
    return result
  }

  private async identify(signInName: string, password: string, address: string): Promise<Actor | null> {
    const staff = await this.staff.findBySignInName(signInName)
    const isRight = await this.passwords.matches(staff?.passwordHash ?? null, password)
    const actor = staff && isRight ? await this.actors.find(staff.id) : null
    // A name that nobody has may be a password in the wrong field.
    if (actor === null)
      this.log.warn(`sign-in refused: ${staff?.signInName ?? 'a name that nobody has'}, from ${address}`)
    return actor
  }

  private async record(actor: Actor): Promise<void> {
    await this.sessions.sweep()
    await this.database.change((tx) =>
      audit(tx, { actor, action: 'staff.signedIn', subject: { kind: 'staff', id: actor.staffId } }),
    )
  }
}
