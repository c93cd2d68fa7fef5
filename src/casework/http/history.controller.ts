import { Controller, Get, Param, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { notFound } from '../../platform/http/problem.js'
import { paths } from '../../web/paths.js'
import { sendPage } from '../../web/send-page.js'
import { HistoryPage } from '../pages/history.page.js'
import { ReadNoteChoice } from '../note-choice.js'
import { ReadChecklist } from '../read-checklist.js'
import { ReadTimeline } from '../read-timeline.js'

/** "Verlauf": receipt, prints, timeline. */
@Controller()
@RequireRole('clerk')
export class HistoryController {
  constructor(
    private readonly checklists: ReadChecklist,
    private readonly timelines: ReadTimeline,
    private readonly notes: ReadNoteChoice,
  ) {}

  @Get(paths.history(':id'))
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    const checklist = await this.checklists.read(actor, id)
    if (checklist === null) throw notFound()
    const { caseFile, ruleSet } = checklist
    const timeline = await this.timelines.read(caseFile)
    const receiver = await this.checklists.receiverOf(caseFile)
    const { title } = ruleSet.compiled.ruleSet
    const note = await this.notes.of(id)
    return sendPage(
      reply,
      HistoryPage({ ...frameOf(actor, reply), caseFile, title, receiver, note, timeline }),
    )
  }
}
