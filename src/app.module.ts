import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_PIPE } from '@nestjs/core'
import { AuthoringModule } from './authoring/authoring.module.js'
import { BackofficeModule } from './backoffice/backoffice.module.js'
import { CaseworkModule } from './casework/casework.module.js'
import type { RunningConfig } from './config.js'
import { CooperationModule } from './cooperation/cooperation.module.js'
import { HandoffModule } from './handoff/handoff.module.js'
import { HabitsModule } from './insight/habits.module.js'
import { migrations } from './migrations.js'
import type { Clock } from './platform/clock.js'
import { ProblemFilter } from './platform/http/problem.filter.js'
import { validation } from './platform/http/validation.js'
import { PlatformModule } from './platform/platform.module.js'
import { RenewFiles } from './platform/renew-files.js'
import { RulebookModule } from './rulebook/rulebook.module.js'

/** The rooms that people work in, each with its pages and its part of the API. */
const rooms: readonly NonNullable<DynamicModule['imports']>[number][] = [
  CooperationModule,
  CaseworkModule,
  HandoffModule,
  BackofficeModule,
  AuthoringModule,
  HabitsModule,
]

/** Puts the parts together. */
@Module({})
export class AppModule {
  static with(config: RunningConfig, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, migrations, clock),
        RulebookModule.from(config.rulesDir),
        ...rooms,
      ],
      providers: [
        RenewFiles,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    }
  }
}
