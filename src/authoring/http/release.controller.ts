import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { notFound } from '../../platform/http/problem.js'
import { refusalStatus } from '../../platform/http/refusal-status.js'
import { isRefusal } from '../../platform/refusal.js'
import type { RuleSetDiff } from '../../rulebook/rule-set-diff.js'
import { paths } from '../../web/paths.js'
import { textIn, type Posted } from '../../web/posted.js'
import { sendOn, sendPage } from '../../web/send-page.js'
import { changeNote, firstNote } from '../change-note.js'
import { DecideRelease } from '../decide-release.js'
import { ReleasePage, type ReleasePageProps } from '../pages/release.page.js'
import { ProposeRelease } from '../propose-release.js'
import { ReadDifference } from '../read-difference.js'
import { ReadRuleSet, type ShownRuleSet } from '../read-rule-set.js'
import type { Decided } from '../rule-release.js'
import { patience } from './rules.controller.js'
import { shownOrMissing } from './shown-or-missing.js'

type Typed = Partial<Pick<ReleasePageProps, 'note' | 'reason'>>

/** The release in the browser: one proposes, another one decides. */
@Controller()
@RequireRole('ruleAuthor')
export class ReleaseController {
  constructor(
    private readonly ruleSets: ReadRuleSet,
    private readonly differences: ReadDifference,
    private readonly proposals: ProposeRelease,
    private readonly decisions: DecideRelease,
  ) {}

  @Get(paths.release(':ruleSet'))
  show(@CurrentActor() actor: Actor, @Param('ruleSet') id: string, @Res() reply: FastifyReply) {
    return this.page(actor, id, reply)
  }

  @Post(paths.release(':ruleSet'))
  async propose(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Body() posted: Posted,
    @Res() reply: FastifyReply,
  ) {
    const note = textIn(posted, 'note')
    const outcome = await this.proposals.propose(actor, id, textIn(posted, 'sha256'), note)
    return this.answer(actor, id, outcome, reply, { note })
  }

  @Post(paths.decideRelease(':ruleSet', ':id', 'freigeben'))
  async release(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Param('id', IdPipe) release: string,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(actor, id, await this.decisions.release(actor, id, release), reply)
  }

  @Post(paths.decideRelease(':ruleSet', ':id', 'ablehnen'))
  async reject(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Param('id', IdPipe) release: string,
    @Body() posted: Posted,
    @Res() reply: FastifyReply,
  ) {
    const reason = textIn(posted, 'reason')
    return this.answer(actor, id, await this.decisions.reject(actor, id, release, reason), reply, { reason })
  }

  @Post(paths.decideRelease(':ruleSet', ':id', 'zurueckziehen'))
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') id: string,
    @Param('id', IdPipe) release: string,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(actor, id, await this.decisions.withdraw(actor, id, release), reply)
  }

  /** On to the page as it is now, or the same page with what was typed and why it was refused. */
  private answer(actor: Actor, id: string, outcome: Decided | null, reply: FastifyReply, typed: Typed = {}) {
    if (outcome === null) throw notFound()
    return isRefusal(outcome)
      ? this.page(actor, id, reply, { ...typed, refused: outcome })
      : sendOn(reply, paths.release(id))
  }

  private async page(
    actor: Actor,
    id: string,
    reply: FastifyReply,
    more: Typed & Pick<ReleasePageProps, 'refused'> = {},
  ) {
    const shown = await shownOrMissing(this.ruleSets, id)
    const check = await this.ruleSets.check(shown.ruleSet, patience)
    const diff = shown.since && this.differences.of(shown.since.previous, shown.ruleSet)
    const own = { ...frameOf(actor, reply), staffId: actor.staffId, note: noteFor(shown, diff) }
    const page = ReleasePage({ ...own, ...shown, check, diff, ...more })
    return sendPage(reply, page, more.refused ? refusalStatus(more.refused) : 200)
  }
}

const noteFor = ({ ruleSet, since }: ShownRuleSet, diff: RuleSetDiff | null): string =>
  since === null || diff === null
    ? firstNote(ruleSet.compiled.ruleSet)
    : changeNote(since.previous.compiled.ruleSet, diff, since.changes)
