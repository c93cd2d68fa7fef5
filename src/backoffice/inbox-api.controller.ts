import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { CaseFile } from '../casework/case-file.js'
import type { Outcome } from '../casework/case-file.store.js'
import type { Actor } from '../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../cooperation/current-actor.js'
import { notFound, orProblem } from '../platform/http/problem.js'
import { fieldAbout } from './deficiencies-given.js'
import { Decide } from './decide.js'
import { HandedOver } from './handed-over.js'
import { InboxQuery, ReturnInput } from './inbox-input.js'

/** The inbox for other programs. */
@Controller('/api/inbox')
@RequireRole('caseworker')
@ApiTags('Posteingang')
export class InboxApiController {
  constructor(
    private readonly handedOver: HandedOver,
    private readonly decide: Decide,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Vorgänge, die dem Fachdienst übergeben wurden' })
  list(@CurrentActor() actor: Actor, @Query() { state }: InboxQuery) {
    return this.handedOver.list(actor, state ?? 'handedOver')
  }

  @Get(':id')
  @ApiOperation({ summary: 'Ein Vorgang mit dem Inhalt des letzten Übergabepakets' })
  async show(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const found = await this.handedOver.find(actor, id)
    if (found === null) throw notFound()
    const { number, state, deficiencies } = found.caseFile
    return { id, number, state, deficiencies, contents: found.contents }
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Annehmen' })
  async accept(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return decided(await this.decide.accept(id, actor))
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mit Mängeln zurückgeben, jeder an Frage, Unterlage oder Regel' })
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { deficiencies }: ReturnInput,
  ) {
    const fields = Object.fromEntries(deficiencies.map(({ about, text }) => [fieldAbout(about), text]))
    return decided(await this.decide.giveBack(id, actor, fields))
  }
}

function decided(outcome: Outcome): Pick<CaseFile, 'id' | 'number' | 'state' | 'deficiencies'> {
  if (outcome === null) throw notFound()
  const { id, number, state, deficiencies } = orProblem<CaseFile>(outcome)
  return { id, number, state, deficiencies }
}
