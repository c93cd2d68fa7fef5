import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { Ids } from '../../platform/ids.js'
import { isRefusal } from '../../platform/refusal.js'
import { isUuid } from '../../platform/uuid.js'
import { paths } from '../../web/paths.js'
import { textIn, type Posted } from '../../web/posted.js'
import { sendOn, sendPage } from '../../web/send-page.js'
import { states } from '../life-cycle.js'
import { ListServices } from '../list-services.js'
import { OpenCase } from '../open-case.js'
import { CasesPage } from '../pages/cases.page.js'
import { NewCasePage } from '../pages/new-case.page.js'
import { SearchCases } from '../search-cases.js'

/** "Meine Vorgänge" and "Neuer Vorgang". */
@Controller()
@RequireRole('clerk')
export class CasesController {
  constructor(
    private readonly search: SearchCases,
    private readonly services: ListServices,
    private readonly openCase: OpenCase,
    private readonly ids: Ids,
  ) {}

  @Get(paths.cases)
  async list(@CurrentActor() actor: Actor, @Query() query: Posted, @Res() reply: FastifyReply) {
    const text = textIn(query, 'suche').trim()
    const state = states.find((one) => one === query['stand']) ?? null
    const cases = await this.search.search(actor, text, state)
    return sendPage(reply, CasesPage({ ...frameOf(actor, reply), cases, text, state }))
  }

  @Get(paths.newCase)
  async choose(@CurrentActor() actor: Actor, @Query() query: Posted, @Res() reply: FastifyReply) {
    const text = textIn(query, 'suche').trim()
    const services = await this.services.list(actor, text)
    const page = NewCasePage({ ...frameOf(actor, reply), services, text, newId: this.ids.newId() })
    return sendPage(reply, page)
  }

  @Post(paths.newCase)
  async open(@CurrentActor() actor: Actor, @Body() posted: Posted, @Res() reply: FastifyReply) {
    const key = textIn(posted, 'kennung')
    const opened = await this.openCase.open(actor, textIn(posted, 'leistung'), isUuid(key) ? key : undefined)
    if (!isRefusal(opened)) return sendOn(reply, paths.case(opened.id))
    const services = await this.services.list(actor)
    const form = { services, text: '', newId: this.ids.newId(), refused: opened.message }
    const page = NewCasePage({ ...frameOf(actor, reply), ...form })
    return sendPage(reply, page, 422)
  }
}
