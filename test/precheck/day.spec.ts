import {
  addMonths,
  ageOn,
  daysBetween,
  endOfPeriod,
  isDay,
  isPublicHoliday,
  monthsBetween,
} from '../../src/precheck/day.js'

describe('age (§ 187 Abs. 2 BGB)', () => {
  it('rises on the birthday itself', () => {
    expect(ageOn('2008-11-24', '2026-11-23')).toBe(17)
    expect(ageOn('2008-11-24', '2026-11-24')).toBe(18)
  })
  it('rises on 1 March for who was born on 29 February, where the year has none', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
    expect(ageOn('2008-02-29', '2028-02-29')).toBe(20)
  })
})

describe('end of a period (§§ 187, 188, 193 BGB)', () => {
  it('does not count the day of the event', () => {
    expect(endOfPeriod('2026-11-09', { weeks: 2 })).toBe('2026-11-23')
  })
  it('moves from a Saturday to Monday', () => {
    expect(endOfPeriod('2026-11-07', { weeks: 2 })).toBe('2026-11-23')
  })
  it('moves over 8 March and Easter in Mecklenburg-Vorpommern', () => {
    expect(endOfPeriod('2028-02-23', { weeks: 2 })).toBe('2028-03-09')
    expect(endOfPeriod('2026-03-20', { weeks: 2 })).toBe('2026-04-07')
  })
  it('ends on the last day of a month that is too short', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(endOfPeriod('2025-11-30', { months: 3 })).toBe('2026-03-02')
  })
})

it('knows the public holidays of the Land', () => {
  const holidays = [
    '2026-01-01',
    '2026-03-08',
    '2026-04-03',
    '2026-04-06',
    '2026-05-14',
    '2026-05-25',
    '2026-10-31',
  ]
  expect(holidays.filter((day) => !isPublicHoliday(day))).toEqual([])
  expect(['2022-03-08', '2026-11-18', '2026-06-04'].filter(isPublicHoliday)).toEqual([])
})

it('counts days and whole months in both directions', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1)
  expect(monthsBetween('2026-01-15', '2026-02-14')).toBe(0)
  expect(monthsBetween('2026-02-15', '2026-01-15')).toBe(-1)
})

it('accepts only days that exist', () => {
  expect(isDay('2024-02-29')).toBe(true)
  for (const none of ['2025-02-29', '2025-13-01', '25-01-01', '2025-1-1', 20250101, null])
    expect(isDay(none)).toBe(false)
})
