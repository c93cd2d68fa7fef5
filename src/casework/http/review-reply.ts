import { Injectable } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { notFound } from '../../platform/http/problem.js'
import { refusalStatus } from '../../platform/http/refusal-status.js'
import { sendPage } from '../../web/send-page.js'
import { ReadNoteChoice } from '../note-choice.js'
import { openPoints } from '../open-points.js'
import { ReviewPage, type ReviewPageProps } from '../pages/review.page.js'
import { ReadChecklist } from '../read-checklist.js'

/** Shows the page "Prüfen und übergeben"; also after a hand-over that was refused, with the reason as typed. */
@Injectable()
export class ReviewReply {
  constructor(
    private readonly checklists: ReadChecklist,
    private readonly notes: ReadNoteChoice,
  ) {}

  async show(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    refused?: ReviewPageProps['refused'],
  ): Promise<FastifyReply> {
    const checklist = await this.checklists.read(actor, id)
    if (checklist === null) throw notFound()
    const { caseFile, ruleSet, precheck, today } = checklist
    const open = openPoints(ruleSet.compiled, caseFile, precheck, today)
    const receiver = await this.checklists.receiverOf(caseFile)
    const note = await this.notes.of(caseFile.id)
    const page = ReviewPage({ ...frameOf(actor, reply), checklist, open, receiver, note, refused })
    return sendPage(reply, page, refused ? refusalStatus(refused.refusal) : 200)
  }
}
