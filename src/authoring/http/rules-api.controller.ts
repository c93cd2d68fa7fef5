import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { orProblem } from '../../platform/http/or-problem.js'
import { RequireRole } from '../../cooperation/current-actor.js'
import { ruleSetParts } from '../../rulebook/rule-set-parts.js'
import { headOf } from '../../rulebook/rule-set-head.js'
import { ListRuleSets } from '../list-rule-sets.js'
import { ReadDifference } from '../read-difference.js'
import { ReadEffects } from '../read-effects.js'
import { ReadRuleSet, type ShownRuleSet } from '../read-rule-set.js'
import { ReadTouched } from '../read-touched.js'
import { RunTrial, type TrialRun } from '../run-trial.js'
import { TrialInput } from './rules-input.js'

/** The rule sets for other programs. */
@Controller('/api/rules')
@ApiTags('rules')
@RequireRole('ruleAuthor')
export class RulesApiController {
  constructor(
    private readonly rules: ListRuleSets,
    private readonly ruleSets: ReadRuleSet,
    private readonly effects: ReadEffects,
    private readonly differences: ReadDifference,
    private readonly touched: ReadTouched,
    private readonly trials: RunTrial,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'All services with their rule sets as they lie on the disk, and what could not be loaded',
  })
  list() {
    return this.rules.list()
  }

  @Get(':ruleSet')
  @ApiOperation({ summary: 'A rule set in words: questions, documents, rules, fees and their conditions' })
  async show(@Param('ruleSet') id: string) {
    const { overview, ruleSet } = await this.find(id)
    return {
      ...overview,
      head: headOf(ruleSet.compiled.ruleSet).fields,
      parts: ruleSetParts(ruleSet.compiled.ruleSet),
    }
  }

  @Get(':ruleSet/check')
  @ApiOperation({ summary: 'Runs the examples of a rule set and says what they show' })
  async check(@Param('ruleSet') id: string) {
    return this.ruleSets.checkFully((await this.find(id)).ruleSet)
  }

  @Get(':ruleSet/effects')
  @ApiOperation({
    summary: 'What a rule set does over all answers, what its examples reach of it, and what is noticeable',
  })
  async effectsOf(@Param('ruleSet') id: string) {
    const { ruleSet } = await this.find(id)
    return this.effects.of(ruleSet, await this.ruleSets.runs(ruleSet))
  }

  @Get(':ruleSet/changes')
  @ApiOperation({ summary: 'What differs from the rule set before it; nothing for the first of a service' })
  async changes(@Param('ruleSet') id: string) {
    const { since } = await this.find(id)
    return { previous: since?.previous.id ?? null, changes: since?.changes ?? [] }
  }

  @Get(':ruleSet/difference')
  @ApiOperation({
    summary: 'For whom something else comes out than with the rule set before it, by cause',
  })
  async differenceOf(@Param('ruleSet') id: string) {
    const { since, ruleSet } = await this.find(id)
    return { difference: since && this.differences.of(since.previous, ruleSet) }
  }

  @Get(':ruleSet/open-cases')
  @ApiOperation({
    summary: 'How many open cases a rule set would concern and what it would mean for them, as figures alone',
  })
  async openCases(@Param('ruleSet') id: string) {
    return { touched: await this.touched.of(await this.find(id)) }
  }

  @Post(':ruleSet/trial')
  @HttpCode(200)
  @ApiOperation({ summary: 'A pre-check with a rule set on any day; nothing is stored' })
  trial(@Param('ruleSet') id: string, @Body() { on, answers, documents = {} }: TrialInput) {
    const run = orProblem<TrialRun>(this.trials.byJson(id, on, { answers, documents }))
    return { precheck: run.trial.precheck, atTheCounter: run.atTheCounter }
  }

  private async find(id: string): Promise<ShownRuleSet> {
    return orProblem<ShownRuleSet>(await this.ruleSets.read(id))
  }
}
