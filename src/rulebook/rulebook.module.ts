import { Module, type DynamicModule } from '@nestjs/common'
import { Rulebook } from './rulebook.js'

@Module({})
export class RulebookModule {
  /** Reads the rule sets of the folder when the program starts; who watches them refreshes the rulebook. */
  static from(folder: string): DynamicModule {
    return {
      module: RulebookModule,
      global: true,
      providers: [{ provide: Rulebook, useFactory: () => Rulebook.from(folder) }],
      exports: [Rulebook],
    }
  }
}
