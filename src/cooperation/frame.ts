import type { Viewer } from '../../web/viewer.js'

/** What every page needs besides what it is about. */
export interface Frame {
  readonly viewer: Viewer
  readonly csrf: string
}
