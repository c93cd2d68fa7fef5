import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { CaseFile } from '../casework/case-file.js'
import { mostListed } from '../casework/case-list.store.js'
import type { Actor } from '../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../cooperation/current-actor.js'
import type { Delivery } from '../handoff/out/delivery.js'
import { IdPipe } from '../platform/http/id.pipe.js'
import { orProblem } from '../platform/http/or-problem.js'
import { Decide } from './decide.js'
import { HandedOver, type HandedOverCase } from './handed-over.js'
import { SendAgain } from './send-again.js'
import { InboxQuery, ReturnInput, SeenVersion } from './inbox-input.js'

/** The inbox for other programs. */
@Controller('/api/inbox')
@RequireRole('caseworker')
@ApiTags('inbox')
export class InboxApiController {
  constructor(
    private readonly handedOver: HandedOver,
    private readonly decide: Decide,
    private readonly sendAgain: SendAgain,
  ) {}

  @Get()
  @ApiOperation({
    summary: `The cases that were handed to the own department, at most ${mostListed}: what waits oldest first, what is decided newest first`,
  })
  list(@CurrentActor() actor: Actor, @Query() { state = 'handedOver', text = '' }: InboxQuery) {
    return this.handedOver.list(actor, state, text)
  }

  @Get(':id')
  @ApiOperation({ summary: 'A case with the contents of the package that was handed over last' })
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    const { caseFile, contents, delivery } = orProblem<HandedOverCase>(await this.handedOver.find(actor, id))
    return { ...standing(caseFile), contents, delivery: deliveryStanding(delivery) }
  }

  @Post(':id/deliver')
  @HttpCode(200)
  @ApiOperation({ summary: "Tries again to bring the package into the department's own system" })
  async deliver(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return deliveryStanding(orProblem<HandedOverCase>(await this.sendAgain.send(actor, id)).delivery)
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accepts the case' })
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { version }: SeenVersion,
  ) {
    return standing(orProblem<CaseFile>(await this.decide.accept(id, actor, version ?? null)))
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes an acceptance back; the case waits for its decision again' })
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { version }: SeenVersion,
  ) {
    return standing(orProblem<CaseFile>(await this.decide.reopen(id, actor, version ?? null)))
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Returns the case with deficiencies, each pinned to a question, a document or a rule',
  })
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { version }: SeenVersion,
    @Body() { deficiencies }: ReturnInput,
  ) {
    return standing(orProblem<CaseFile>(await this.decide.giveBack(id, actor, deficiencies, version ?? null)))
  }
}

/** How the case stands for its department; the rest of it stays with the office. */
const standing = ({ id, number, state, deficiencies, version }: HandedOverCase['caseFile']) => ({
  id,
  number,
  state,
  deficiencies,
  version,
})

/** What a program learns of the way into the department's own system; `null` where there is none. */
const deliveryStanding = (delivery: Delivery | null) =>
  delivery && {
    state: delivery.state,
    tries: delivery.tries,
    problem: delivery.problem,
    deliveredAt: delivery.deliveredAt,
  }
