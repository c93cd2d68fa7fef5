import { ValidateBy } from 'class-validator'
import { isAnswerableDay } from '../../precheck/day.js'

/** A day that can be answered: `2026`, `2026-W05` and the year 9999 are none. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({ name: 'isDay', validator: { validate: isAnswerableDay } })
