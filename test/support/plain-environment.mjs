import vm from 'node:vm'
import { TestEnvironment } from 'jest-environment-node'

/**
 * Jest's own environment, but that a global name is just that. Jest keeps the globals in a `Proxy`, which is asked
 * anew for every `Map` and every `Math`; the analysis of rules took twice as long behind it.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
    try {
      super(...given)
    } finally {
      vm.createContext = createContext
    }
  }
}
