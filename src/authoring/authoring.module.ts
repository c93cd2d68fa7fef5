import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CaseworkModule } from '../casework/casework.module.js'
import { DecideRelease } from './decide-release.js'
import { DrawRuleSet } from './draw-rule-set.js'
import { ExampleResults } from './example-results.js'
import { ReleaseController } from './http/release.controller.js'
import { ReleasesApiController } from './http/releases-api.controller.js'
import { RulesApiController } from './http/rules-api.controller.js'
import { RulesController } from './http/rules.controller.js'
import { TrialController } from './http/trial.controller.js'
import { ListRuleSets } from './list-rule-sets.js'
import { ProposeRelease } from './propose-release.js'
import { ReadDifference } from './read-difference.js'
import { ReadEffects } from './read-effects.js'
import { ReadRuleSet } from './read-rule-set.js'
import { ReadTouched } from './read-touched.js'
import { RuleReleaseStore } from './rule-release.store.js'
import { ruleReleaseTable } from './rule-release.table.js'
import { RulesOnDisk } from './rules-on-disk.js'
import { RunTrial } from './run-trial.js'

/** Where rule authors work (Regelpflege): reading rule sets, trying them out, releasing them with four eyes. */
@Module({
  imports: [TypeOrmModule.forFeature([ruleReleaseTable]), CaseworkModule],
  controllers: [
    RulesController,
    TrialController,
    ReleaseController,
    RulesApiController,
    ReleasesApiController,
  ],
  providers: [
    DecideRelease,
    DrawRuleSet,
    ExampleResults,
    ListRuleSets,
    ProposeRelease,
    ReadDifference,
    ReadEffects,
    ReadRuleSet,
    ReadTouched,
    RuleReleaseStore,
    RulesOnDisk,
    RunTrial,
  ],
})
export class AuthoringModule {}
