import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { notFound } from '../../platform/http/problem.js'
import { Desk } from '../desk.js'
import { FinishAtCounter } from '../finish-at-counter.js'
import { MoveOver } from '../move-over.js'
import { ReadTimeline } from '../read-timeline.js'
import { Resume } from '../resume.js'
import { SettlePoint } from '../settle-point.js'
import { Withdraw } from '../withdraw.js'
import { FinishInput, MoveOverInput, WithdrawInput } from './api-inputs.js'
import { CaseFileReply } from './case-file-reply.js'
import { PointForm } from './forms.js'

/** Steps of the life cycle and what happened, for other programs. */
@Controller('/api/case-files/:id')
@ApiTags('case-files')
@RequireRole('clerk')
export class StepsApiController {
  constructor(
    private readonly finishAtCounter: FinishAtCounter,
    private readonly withdrawal: Withdraw,
    private readonly resumption: Resume,
    private readonly movingOver: MoveOver,
    private readonly points: SettlePoint,
    private readonly desk: Desk,
    private readonly timelines: ReadTimeline,
    private readonly reply: CaseFileReply,
  ) {}

  @Post('finish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends the case at the counter' })
  async finish(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason = '', version }: FinishInput,
  ) {
    return this.reply.after(await this.finishAtCounter.finish(actor, id, reason, version ?? null))
  }

  @Post('withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'The applicant takes the application back' })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: WithdrawInput,
  ) {
    return this.reply.after(await this.withdrawal.withdraw(actor, id, reason))
  }

  @Post('resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undoes a withdrawal' })
  async resume(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.reply.after(await this.resumption.resume(actor, id))
  }

  @Post('move-over')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Puts the case under the rule set that is in force now; 409 if it is another one',
  })
  async moveOver(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { to, version }: MoveOverInput,
  ) {
    return this.reply.after(await this.movingOver.move(actor, id, to, version ?? null))
  }

  @Post('settled-points')
  @HttpCode(200)
  @ApiOperation({ summary: 'A disputed point was dealt with' })
  async settle(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() point: PointForm) {
    return this.reply.after(await this.points.settle(actor, id, { ...point }))
  }

  @Get('timeline')
  @ApiOperation({ summary: 'What happened to the case, oldest first' })
  async timeline(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    const caseFile = await this.desk.find(actor, id)
    if (caseFile === null) throw notFound()
    return this.timelines.read(caseFile)
  }
}
