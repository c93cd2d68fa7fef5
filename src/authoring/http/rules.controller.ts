import { Controller, Get, Param, Query, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { FormStandings } from '../../rulebook/form-standing.js'
import { paths } from '../../web/paths.js'
import { sendPage } from '../../web/send-page.js'
import { DrawRuleSet } from '../draw-rule-set.js'
import { ListRuleSets } from '../list-rule-sets.js'
import { RuleSetPage } from '../pages/rule-set.page.js'
import { RulesPage } from '../pages/rules.page.js'
import { ReadEffects } from '../read-effects.js'
import { ReadRuleSet } from '../read-rule-set.js'
import { ReadTouched } from '../read-touched.js'
import { searchParts } from '../search-parts.js'
import { shownOrMissing } from './shown-or-missing.js'

/** How long a page waits for examples that run: longer feels broken, and the page says how far they are. */
export const patience = 1000

/** The rule sets to read. */
@Controller()
@RequireRole('ruleAuthor')
export class RulesController {
  constructor(
    private readonly rules: ListRuleSets,
    private readonly ruleSets: ReadRuleSet,
    private readonly effects: ReadEffects,
    private readonly touched: ReadTouched,
    private readonly pictures: DrawRuleSet,
    private readonly forms: FormStandings,
  ) {}

  @Get(paths.rules)
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply) {
    return sendPage(reply, RulesPage({ ...frameOf(actor, reply), ...(await this.rules.list()) }))
  }

  @Get(paths.ruleSet(':ruleSet'))
  async show(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Query('suche') text: unknown,
    @Query('nur') only: unknown,
    @Res() reply: FastifyReply,
  ) {
    const shown = await shownOrMissing(this.ruleSets, id)
    const { ruleSet, overview } = shown
    const search = {
      text: typeof text === 'string' ? text.slice(0, 200).trim() : '',
      unconfirmedOnly: only === 'unbestaetigt',
    }
    const found = searchParts(ruleSet.compiled.ruleSet, search)
    const check = await this.ruleSets.check(ruleSet, patience)
    const effects = this.effects.of(ruleSet, check.kind === 'done' ? check.runs : null)
    const touched = await this.touched.of(shown)
    const form = await this.forms.of(ruleSet.id)
    const own = { ruleSet, overview, search, found, check, shown: effects, touched, form }
    return sendPage(reply, RuleSetPage({ ...frameOf(actor, reply), ...own }))
  }

  @Get(paths.ruleSetPicture(':ruleSet'))
  async picture(@Param('ruleSet') id: string, @Res() reply: FastifyReply) {
    const shown = await shownOrMissing(this.ruleSets, id)
    return reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(this.pictures.of(shown.ruleSet))
  }
}
