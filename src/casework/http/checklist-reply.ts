import { Inject, Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'
import type { Actor } from '../../cooperation/actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { CONFIG } from '../../platform/config.token.js'
import { notFound, Problem } from '../../platform/http/problem.js'
import { refusalStatus } from '../../platform/http/refusal-status.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { paths } from '../../web/paths.js'
import type { Posted } from '../../web/posted.js'
import { sendFragment, sendOn, sendPage } from '../../web/send-page.js'
import type { Outcome } from '../case-file.store.js'
import type { Checklist } from '../checklist.js'
import { fieldAnchor, type Attention, type FieldKey } from '../pages/attention.js'
import { ChecklistFragment, ChecklistPage } from '../pages/checklist.page.js'
import { noKnownRows, pageStamp, readKnownRows } from '../pages/known-rows.js'
import { ReadChecklist } from '../read-checklist.js'

/** A request at the checklist, and who sent it. */
export interface AtChecklist {
  readonly actor: Actor
  readonly id: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Answers at the checklist: with the parts that changed where htmx asks, with whole pages otherwise. */
@Injectable()
export class ChecklistReply {
  constructor(
    private readonly checklists: ReadChecklist,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show(at: AtChecklist, attention: Attention, status = 200): Promise<FastifyReply> {
    const checklist = await this.checklists.read(at.actor, at.id)
    if (checklist === null) throw notFound()
    return this.send(at, checklist, attention, status)
  }

  /** After a field was posted. What cannot be shown at its field is an error page. */
  async after(at: AtChecklist, field: FieldKey, outcome: Outcome, posted: Posted): Promise<FastifyReply> {
    if (outcome === null) throw notFound()
    if (isRefusal(outcome)) return this.refused(at, field, outcome, posted)
    const checklist = await this.checklists.of(outcome)
    if (isHtmx(at.request)) return this.send(at, checklist, { open: field }, 200)
    return sendOn(at.reply, `${paths.case(at.id)}#${nextAnchor(checklist, field)}`)
  }

  private refused(at: AtChecklist, field: FieldKey, refusal: Refusal, posted: Posted): Promise<FastifyReply> {
    if (refusal.place === undefined || refusal.code.startsWith('unknown'))
      throw new Problem(refusalStatus(refusal), [refusal])
    return this.show(at, { open: field, refused: { field, refusal, posted } }, refusalStatus(refusal))
  }

  /** htmx puts a refusal in place like every other answer, so it comes with 200 and no noise in the console. */
  private send(
    { actor, request, reply }: AtChecklist,
    checklist: Checklist,
    attention: Attention,
    status: number,
  ): FastifyReply {
    const { uploadMegabytes } = this.config
    const view = { ...frameOf(actor, reply), checklist, attention, uploadMegabytes }
    if (!isHtmx(request)) return sendPage(reply, ChecklistPage({ ...view, known: noKnownRows }), status)
    const known = readKnownRows(request.headers['lotse-stand'], pageStamp(checklist))
    return sendFragment(reply, ChecklistFragment({ ...view, known }))
  }
}

const isHtmx = ({ headers }: FastifyRequest): boolean => headers['hx-request'] === 'true'

/** Without scripts the page comes back at the next question, or at the field that is not a question. */
const nextAnchor = ({ precheck }: Checklist, field: FieldKey): string =>
  field.kind === 'question' && precheck.next !== null
    ? fieldAnchor({ kind: 'question', id: precheck.next.question })
    : fieldAnchor(field)
