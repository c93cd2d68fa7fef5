import { expect, test } from '@jest/globals'
import { isAtTheOffice, stateAfter, states, stepsFrom, type State } from '../../src/casework/life-cycle.js'

test('every state can be reached from the first', () => {
  const reached = new Set<State>(['inProgress'])
  for (const state of reached) for (const step of stepsFrom(state)) reached.add(stateAfter(state, step)!)
  expect([...reached].toSorted()).toEqual([...states].toSorted())
})

test('what has left the office can only be brought back by the department', () => {
  expect(stepsFrom('handedOver')).toEqual(['accept', 'giveBack'])
  expect(stateAfter('handedOver', 'withdraw')).toBeNull()
  expect(states.filter(isAtTheOffice)).toEqual(['inProgress', 'returned'])
})

test('nothing follows an end, but an acceptance can be taken back', () => {
  expect([stepsFrom('accepted'), stepsFrom('finished')]).toEqual([['reopen'], []])
})
