/** `@Inject(CONFIG) config: RunningConfig`: what the environment set, for everyone. */
export const CONFIG = Symbol('CONFIG')
