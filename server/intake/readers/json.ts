import type { Book } from '../sheet.ts'
import { refuse } from './refuse.ts'

export function looksLikeJson(text: string): boolean {
  return /^\s*\{/.test(text)
}

/** The text as it came; only whether it is JSON, and GeoJSON (RFC 7946), is looked at here. */
export function readJson(text: string, encoding: string): Book {
  const format = typeOf(text) === 'FeatureCollection' ? 'geojson' : 'json'
  return { format, sheets: [], encoding, text }
}

function typeOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { type?: unknown }).type
  } catch (error) {
    throw refuse('R_FORMAT', 'json', { raw: 'json' }, error)
  }
}
