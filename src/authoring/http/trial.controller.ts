import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { notFound } from '../../platform/http/problem.js'
import { paths } from '../../web/paths.js'
import { textIn, type Posted } from '../../web/posted.js'
import { sendFragment, sendPage } from '../../web/send-page.js'
import { TrialFragment, TrialPage, type TrialView } from '../pages/trial.page.js'
import { ReadRuleSet } from '../read-rule-set.js'
import { RunTrial } from '../run-trial.js'
import { exampleOf } from '../trial-example.js'
import { shownOrMissing } from './shown-or-missing.js'

const nameMissing = 'Bitte einen Namen für das Beispiel angeben, mindestens drei Zeichen.'
const notYet = 'Bitte zuerst die Eingaben berichtigen; das Beispiel wäre sonst ein anderes.'

/** The trial run in the browser. Nothing is stored, so a form that is posted is answered with its page. */
@Controller()
@RequireRole('ruleAuthor')
export class TrialController {
  constructor(
    private readonly trials: RunTrial,
    private readonly ruleSets: ReadRuleSet,
  ) {}

  @Get(paths.trial(':ruleSet'))
  begin(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Query() made: Posted,
    @Res() reply: FastifyReply,
  ) {
    return this.page(actor, id, this.viewOf(id, made), reply)
  }

  @Post(paths.trial(':ruleSet'))
  @HttpCode(200)
  async run(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Body() posted: Posted,
    @Req() { headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const view = this.viewOf(id, posted)
    if (headers['hx-request'] === 'true')
      return sendFragment(reply, TrialFragment({ csrf: reply.generateCsrf(), view }))
    return this.page(actor, id, textIn(posted, 'beispiel') === '' ? view : withExample(view), reply)
  }

  @Post(paths.trialExample(':ruleSet'))
  @HttpCode(200)
  download(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Body() posted: Posted,
    @Res() reply: FastifyReply,
  ) {
    const view = withExample(this.viewOf(id, posted))
    if (view.example === undefined) return this.page(actor, id, view, reply)
    const { file, json } = view.example
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.split('/').at(-1)}"`)
      .header('cache-control', 'no-store')
      .send(json)
  }

  private viewOf(id: string, posted: Posted): TrialView {
    const run = this.trials.byForm(id, posted)
    if (run === null) throw notFound()
    return { ...run, name: textIn(posted, 'name').normalize('NFC').trim().slice(0, 200) }
  }

  private async page(actor: Actor, id: string, view: TrialView, reply: FastifyReply) {
    const shown = await shownOrMissing(this.ruleSets, id)
    const isRefused = view.errors.size > 0 || view.nameError !== undefined
    const page = TrialPage({ ...frameOf(actor, reply), overview: shown.overview, view })
    return sendPage(reply, page, isRefused ? 422 : 200)
  }
}

function withExample(view: TrialView): TrialView {
  if (view.errors.size > 0) return { ...view, nameError: notYet }
  if (view.name.length < 3) return { ...view, nameError: nameMissing }
  return { ...view, example: exampleOf(view.trial, view.name) }
}
