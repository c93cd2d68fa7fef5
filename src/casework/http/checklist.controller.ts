import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { notFound } from '../../platform/http/problem.js'
import { paths } from '../../web/paths.js'
import { textIn, type Posted } from '../../web/posted.js'
import { sendFragment } from '../../web/send-page.js'
import { AnswerByForm } from '../answer-by-form.js'
import { EvidenceByForm } from '../evidence-by-form.js'
import { NameApplicant } from '../name-applicant.js'
import { fieldFrom, noField } from '../pages/attention.js'
import { QuestionPanel } from '../pages/question-panel.js'
import { ReadChecklist } from '../read-checklist.js'
import { SettlePoint } from '../settle-point.js'
import { ChecklistReply } from './checklist-reply.js'
import { PointForm } from './forms.js'

/** The page where the work happens, and every field that is saved on it. */
@Controller()
@RequireRole('clerk')
export class ChecklistController {
  constructor(
    private readonly answers: AnswerByForm,
    private readonly evidence: EvidenceByForm,
    private readonly applicants: NameApplicant,
    private readonly points: SettlePoint,
    private readonly checklists: ReadChecklist,
    private readonly reply: ChecklistReply,
  ) {}

  @Get(paths.case(':id'))
  show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query('offen') open: unknown,
    @Query('frage') explained: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const field = fieldFrom(open)
    const attention = { ...(field && { open: field }), ...(explained && { explained }) }
    return this.reply.show({ actor, id, request, reply }, attention)
  }

  @Get(paths.questionPanel(':id', ':question'))
  async panel(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('question') questionId: string,
    @Res() reply: FastifyReply,
  ) {
    const checklist = await this.checklists.read(actor, id)
    if (checklist === null) throw notFound()
    return sendFragment(reply, QuestionPanel({ checklist, questionId }))
  }

  @Post(paths.answer(':id', ':question'))
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('question') question: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.answers.answer(actor, id, question, posted)
    return this.reply.after(
      { actor, id, request, reply },
      { kind: 'question', id: question },
      outcome,
      posted,
    )
  }

  @Post(paths.evidence(':id', ':document'))
  async note(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('document') document: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.evidence.record(actor, id, document, posted)
    return this.reply.after(
      { actor, id, request, reply },
      { kind: 'document', id: document },
      outcome,
      posted,
    )
  }

  @Post(paths.applicant(':id'))
  async name(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.applicants.name(actor, id, textIn(posted, 'antwort'))
    return this.reply.after(
      { actor, id, request, reply },
      { kind: 'applicant', id: 'antrag' },
      outcome,
      posted,
    )
  }

  @Post(paths.settlePoint(':id'))
  async settle(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() point: PointForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.points.settle(actor, id, { ...point })
    const field = point.kind === 'rule' ? noField : { kind: point.kind, id: point.id }
    return this.reply.after({ actor, id, request, reply }, field, outcome, {})
  }
}
