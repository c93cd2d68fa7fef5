import { Global, Module } from '@nestjs/common'
import { AnswerHabits } from '../casework/answer-habits.js'
import { PastHabits } from './past-habits.js'

/** What past cases say about answers. Global, because casework asks without knowing who knows the past. */
@Global()
@Module({
  providers: [{ provide: AnswerHabits, useClass: PastHabits }],
  exports: [AnswerHabits],
})
export class HabitsModule {}
