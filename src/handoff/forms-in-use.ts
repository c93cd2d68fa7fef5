import { dirname, join } from 'node:path'
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import type { Config } from '../config.js'
import { CONFIG } from '../platform/config.token.js'
import { Intervals } from '../platform/intervals.js'
import { firstLines } from '../rulebook/file-problem.js'
import { stampOf } from '../rulebook/file-stamp.js'
import type { FormStandings } from '../rulebook/form-standing.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { Workshop } from './child/workshop.js'
import { checkForms, formPath, type FormsByRuleSet, type RuleSetForm } from './form/check-forms.js'

const milliseconds = 2000

/**
 * The forms that the counter works with. Each is checked when the server starts and whenever it, its map or a rule set
 * changes: that a form does not fit should be known before somebody stands at the counter and hands over a case.
 */
@Injectable()
export class FormsInUse implements FormStandings, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(FormsInUse.name)
  /** By service, because a form is checked against all rule sets of its service. */
  private readonly known = new Map<string, { stamp: string; forms: Promise<FormsByRuleSet> }>()
  private readonly closing = new AbortController()

  constructor(
    private readonly rulebook: Rulebook,
    private readonly workshop: Workshop,
    private readonly intervals: Intervals,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.look()
    this.intervals.every(milliseconds, this.log, () => this.look())
  }

  onApplicationShutdown(): void {
    this.closing.abort()
  }

  /** How the form of a rule set stands, with its files as they are now; `null` if the counter does not have it. */
  async of(id: string): Promise<RuleSetForm | null> {
    const service = this.rulebook.byId(id)?.compiled.ruleSet.service
    if (service === undefined) return null
    this.look([service])
    return (await this.known.get(service)!.forms).get(id) ?? null
  }

  /** Checks the forms of those services for which something changed since the last look, all in one child. */
  look(services: readonly string[] = this.rulebook.services()): void {
    const stamps = new Map(services.map((service) => [service, this.stampOfForm(service)]))
    const changed = services.filter((service) => this.known.get(service)?.stamp !== stamps.get(service))
    if (changed.length === 0) return
    const forms = checkForms(this.config.templatesDir, changed, this.rulebook, (task) =>
      this.workshop.survey(task, this.closing.signal),
    )
    for (const service of changed) this.known.set(service, { stamp: stamps.get(service)!, forms })
    forms.then(
      (checked) => this.tell(checked),
      (error: unknown) => this.forget(changed, error),
    )
  }

  private tell(forms: FormsByRuleSet): void {
    const problems = [...forms.values()].flatMap((form) => form.problems)
    for (const line of firstLines(problems)) this.log.warn(`Formular nicht verwendbar: ${line}`)
  }

  /** What could not be checked is looked at again the next time. */
  private forget(services: readonly string[], error: unknown): void {
    for (const service of services) this.known.delete(service)
    if (!this.closing.signal.aborted) this.log.error(error)
  }

  private stampOfForm(service: string): string {
    return this.rulebook
      .of(service)
      .flatMap((ruleSet) => [ruleSet.hash, ...this.filesOf(ruleSet).map(stampOf)])
      .join(' ')
  }

  private filesOf(ruleSet: LoadedRuleSet): string[] {
    const path = formPath(this.config.templatesDir, ruleSet)
    return path === null ? [] : [path, join(dirname(path), 'fields.json')]
  }
}
