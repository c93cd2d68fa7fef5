import { canonicalJson, type Json } from '../../platform/canonical-json.js'
import type { PackageContents } from '../package-contents.js'

/** The name of our published schema (docs/uebergabe.schema.json), for receivers that want one. */
export const packageSchema = 'urn:verwaltungslotse:schema:uebergabe:1'

/** `uebergabe.json`: what is embedded in the PDF, with its keys in one order wherever it was read from. */
export const packageJson = (contents: PackageContents): string =>
  jsonText(JSON.parse(canonicalJson(contents as unknown as Json)))

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
