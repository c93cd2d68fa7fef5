import { registerHooks } from 'node:module'

/** Node takes the types away by itself, but does not find the `.ts` behind a `.js`: for files that run without Jest. */
registerHooks({
  resolve: (specifier, context, next) => {
    const isOurs = specifier.startsWith('.') && !context.parentURL?.includes('/node_modules/')
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})
