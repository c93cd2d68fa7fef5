import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../precheck/rule-set.js'
import { shapeCheck } from './check-shape.js'
import type { FileProblem } from './file-problem.js'
import { keepOrTake, type KnownFile } from './keep-or-take.js'
import { readRuleFile, type LoadedRuleSet } from './rule-files.js'
import { stampsOfRuleFiles } from './rules-folder.js'

/** All rule sets of an installation; knows which one is in force on a day, and follows its files as they change. */
export class Rulebook {
  private files: ReadonlyMap<string, KnownFile & { readonly stamp: string }> = new Map()
  /** Sorted by service, then by first day. */
  private ruleSets: readonly LoadedRuleSet[] = []
  private found: readonly FileProblem[] = []

  private constructor(
    private readonly folder: string,
    private readonly only: readonly string[],
  ) {}

  /**
   * What stands in the folder now. Whatever is wrong is left out and told by `problems`.
   * @param services reads their files alone, for a command that is about them; all if one of them has no rule set
   */
  static from(folder: string, services: readonly string[] = []): Rulebook {
    const rulebook = new Rulebook(folder, services)
    rulebook.read(() => false)
    const known = rulebook.services()
    return services.every((service) => known.includes(service)) ? rulebook : Rulebook.from(folder)
  }

  /** What is wrong with the files as they are now; empty in a sound installation. */
  get problems(): readonly FileProblem[] {
    return this.found
  }

  /** The services that have at least one rule set, sorted by id. */
  services(): string[] {
    return [...new Set(this.ruleSets.map(({ compiled }) => compiled.ruleSet.service))]
  }

  all(): readonly LoadedRuleSet[] {
    return this.ruleSets
  }

  /** The rule sets of a service, the first in force first; none of an unknown one. */
  of(service: string): readonly LoadedRuleSet[] {
    return this.ruleSets.filter(({ compiled }) => compiled.ruleSet.service === service)
  }

  /** The rule set of a service in force on a day, or `null`: never the last one instead. */
  inForce(service: string, day: Day): LoadedRuleSet | null {
    return this.of(service).findLast(({ inForceFrom }) => inForceFrom <= day) ?? null
  }

  /** The rule set with an id such as `wohngeld@2026-07-01`, or `null`. A case keeps its rule set by this. */
  byId(id: string): LoadedRuleSet | null {
    return this.ruleSets.find((ruleSet) => ruleSet.id === id) ?? null
  }

  /** Whether a file came, went or was written since it was last looked at. */
  isOutdated(): boolean {
    const stamps = this.stamps()
    return this.filesAmong(stamps).some(
      (file) => stampIn(stamps, file) !== (this.files.get(file)?.stamp ?? gone),
    )
  }

  /**
   * Takes what changed in the folder, file by file: only what is wholly valid, and never in place of a rule set whose
   * first day has come or that a case refers to.
   * @param today the day at the counter
   * @param inUse ids of the rule sets that cases refer to
   * @returns the problems that are new
   */
  refresh(today: Day, inUse: ReadonlySet<string>): readonly FileProblem[] {
    const before = new Set(this.found.map((problem) => JSON.stringify(problem)))
    this.read(({ id, inForceFrom }) => inForceFrom <= today || inUse.has(id))
    return this.found.filter((problem) => !before.has(JSON.stringify(problem)))
  }

  private read(isFixed: (ruleSet: LoadedRuleSet) => boolean): void {
    const stamps = this.stamps()
    const checkShape = shapeCheck(this.folder, schemaFile)
    const readAnew = (file: string, before: LoadedRuleSet | null): KnownFile => {
      const read = stamps.has(file) ? readRuleFile(this.folder, file, checkShape) : null
      return keepOrTake(file, before, read, before !== null && isFixed(before))
    }
    const files = this.filesAmong(stamps).map((file) => {
      const stamp = stampIn(stamps, file)
      const known = this.files.get(file)
      return [
        file,
        known?.stamp === stamp ? known : { stamp, ...readAnew(file, known?.ruleSet ?? null) },
      ] as const
    })
    this.files = new Map(files.filter(([, { stamp, ruleSet }]) => stamp !== gone || ruleSet !== null))
    this.ruleSets = [...this.files.values()].flatMap(({ ruleSet }) => ruleSet ?? []).toSorted(byServiceAndDay)
    this.found = [...this.missingSchema(), ...[...this.files.values()].flatMap(({ problems }) => problems)]
  }

  private stamps(): ReadonlyMap<string, string> {
    const all = stampsOfRuleFiles(this.folder)
    const isMeant = (file: string) => this.only.includes(file.split('/')[0]!)
    return this.only.length === 0 ? all : new Map([...all].filter(([file]) => isMeant(file)))
  }

  /** Those that lie in the folder and those that did. */
  private filesAmong(stamps: ReadonlyMap<string, string>): string[] {
    return [...new Set([...stamps.keys(), ...this.files.keys()])].toSorted()
  }

  private missingSchema(): FileProblem[] {
    return existsSync(join(this.folder, schemaFile))
      ? []
      : [{ file: this.folder, pointer: '', message: `Hier liegt keine ${schemaFile}.` }]
  }
}

const schemaFile = 'rule-set.schema.json'
/** The stamp of a file that is not there. */
const gone = 'gone'

const stampIn = (stamps: ReadonlyMap<string, string>, file: string): string => stamps.get(file) ?? gone

const byServiceAndDay = (a: LoadedRuleSet, b: LoadedRuleSet): number =>
  compareText(a.compiled.ruleSet.service, b.compiled.ruleSet.service) ||
  compareText(a.inForceFrom, b.inForceFrom)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
