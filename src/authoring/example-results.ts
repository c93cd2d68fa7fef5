import { setImmediate, setTimeout } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { runExamples, type ExampleRuns } from '../rulebook/examples.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { stampOfExamples } from '../rulebook/rules-folder.js'
import { RulesOnDisk } from './rules-on-disk.js'

/** What the examples of a service show; running them takes seconds, so a page may come before they are through. */
export type ExampleState =
  | { readonly kind: 'done'; readonly results: ExampleRuns }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }

interface Run {
  /** On these files the results depend. */
  readonly rulebook: Rulebook
  readonly stamp: string
  readonly results: Promise<ExampleRuns>
  readonly state: () => ExampleState
}

/** Runs the examples of a service once for each state of its files. */
@Injectable()
export class ExampleResults {
  private readonly runs = new Map<string, Run>()

  constructor(private readonly rules: RulesOnDisk) {}

  /** The results, or how far the run is after so many milliseconds. It goes on by itself. */
  async within(service: string, milliseconds: number): Promise<ExampleState> {
    const run = this.runOf(service)
    // The rest of the wait keeps no program from its end.
    await Promise.race([run.results, setTimeout(milliseconds, undefined, { ref: false })])
    return run.state()
  }

  /** The results, however long it takes. */
  of(service: string): Promise<ExampleRuns> {
    return this.runOf(service).results
  }

  /** Whatever was found before, the examples are run again. */
  anew(service: string): Promise<ExampleRuns> {
    return this.start(service).results
  }

  private runOf(service: string): Run {
    const known = this.runs.get(service)
    const isAsBefore =
      known?.rulebook === this.rules.read() && known.stamp === stampOfExamples(this.rules.folder, service)
    return isAsBefore ? known : this.start(service)
  }

  private start(service: string): Run {
    const run = startRun(this.rules, service)
    this.runs.set(service, run)
    // Files may vanish while they are read; the next look tries again.
    run.results.catch(() => this.runs.get(service) === run && this.runs.delete(service))
    return run
  }
}

/** Between two examples the server answers others: a run may take seconds, and clerks are at work. */
function startRun(rules: RulesOnDisk, service: string): Run {
  let state: ExampleState = { kind: 'running', done: 0, total: 0 }
  const rulebook = rules.read()
  const stamp = stampOfExamples(rules.folder, service)
  const results = runExamples(rulebook, rules.folder, service, async (done, total) => {
    state = { kind: 'running', done, total }
    await setImmediate()
  }).then((results) => {
    state = { kind: 'done', results }
    return results
  })
  return { rulebook, stamp, results, state: () => state }
}
