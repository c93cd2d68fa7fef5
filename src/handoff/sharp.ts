import sharp from 'sharp'

// One scan after the other in a child of its own: nothing to keep, nothing to do at the same time.
sharp.cache(false)
sharp.concurrency(1)
// The library knows dozens of formats, SVG among them, each with its own faults. Three are enough.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadTiffBuffer'],
})

export { sharp }
