/** A mark and where it is fixed; null where the font has no such place. */
interface Mark {
  readonly markAnchor: object | null
}

/** What is used here of the part of the font library that places marks (OpenType, GPOS). */
interface MarkPlacing {
  applyAnchor(mark: Mark, anchor: object | null | undefined, base: number): void
}

interface FontWithMarks {
  readonly _layoutEngine: { readonly engine: { readonly GPOSProcessor: MarkPlacing | null } | null }
}

let isAllowed = false

/**
 * Lets a mark stay where it stands if the font has no place for it on the letter before, as OpenType wants it: the
 * library would break off over it, as in the Arabic "كافٍ". Holds for all fonts.
 * @param font any that the library has opened
 */
export function allowMissingAnchors(font: object): void {
  if (isAllowed) return
  const placing = (font as FontWithMarks)._layoutEngine.engine?.GPOSProcessor
  if (placing === null || placing === undefined) return
  const prototype = Object.getPrototypeOf(placing) as MarkPlacing
  const { applyAnchor } = prototype
  prototype.applyAnchor = function (mark, anchor, base) {
    if (anchor && mark.markAnchor) applyAnchor.call(this, mark, anchor, base)
  }
  isAllowed = true
}
