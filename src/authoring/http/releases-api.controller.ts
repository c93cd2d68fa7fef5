import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { orProblem } from '../../platform/http/or-problem.js'
import { DecideRelease } from '../decide-release.js'
import { ProposeRelease } from '../propose-release.js'
import { ReadRuleSet, type ShownRuleSet } from '../read-rule-set.js'
import type { RuleRelease } from '../rule-release.js'
import { ProposalInput, RejectionInput } from './rules-input.js'

/** Releases for other programs: the same two signatures as on the page. */
@Controller('/api/rules/:ruleSet/releases')
@ApiTags('rules')
@RequireRole('ruleAuthor')
export class ReleasesApiController {
  constructor(
    private readonly ruleSets: ReadRuleSet,
    private readonly proposals: ProposeRelease,
    private readonly decisions: DecideRelease,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Proposals and releases of a rule set, the newest first' })
  async list(@Param('ruleSet') ruleSet: string) {
    return orProblem<ShownRuleSet>(await this.ruleSets.read(ruleSet)).releases
  }

  @Post()
  @ApiOperation({ summary: 'Proposes a state of the file for release' })
  async propose(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') ruleSet: string,
    @Body() { sha256, note }: ProposalInput,
  ) {
    return orProblem<RuleRelease>(await this.proposals.propose(actor, ruleSet, sha256, note))
  }

  @Post(':id/release')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Releases what another author proposed, if the examples pass and the file is unchanged',
  })
  async release(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') ruleSet: string,
    @Param('id', IdPipe) id: string,
  ) {
    return orProblem<RuleRelease>(await this.decisions.release(actor, ruleSet, id))
  }

  @Post(':id/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Rejects what another author proposed, with the reason' })
  async reject(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') ruleSet: string,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: RejectionInput,
  ) {
    return orProblem<RuleRelease>(await this.decisions.reject(actor, ruleSet, id, reason))
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes the own proposal back' })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('ruleSet') ruleSet: string,
    @Param('id', IdPipe) id: string,
  ) {
    return orProblem<RuleRelease>(await this.decisions.withdraw(actor, ruleSet, id))
  }
}
