import type { Settings } from '../config.ts'
import { ConfigurationError } from '../errors.ts'

/** The ground of the maps, where the office has chosen one. */
export interface Tiles {
  /** Templates of Leaflet, the lowest first. */
  readonly layers: readonly string[]
  readonly subdomains: string
  readonly datum: 'WGS84' | 'CGCS2000' | 'GCJ02'
  readonly attribution: string
  /** What the policy of the pages must let pictures come from. */
  readonly origins: readonly string[]
}

type Chosen = Pick<Settings, 'HUB_TILES' | 'HUB_TILES_DATUM' | 'HUB_TILES_ATTRIBUTION'>

/** The tiles of the settings; null where the hub draws the ground itself. */
export function tilesOf(settings: Chosen): Tiles | null {
  const { HUB_TILES: chosen, HUB_TILES_DATUM: datum, HUB_TILES_ATTRIBUTION: said } = settings
  if (chosen === 'none') return null
  if (chosen.startsWith('tianditu:')) return tianditu(chosen.slice('tianditu:'.length), said)
  if (said === '') {
    throw new ConfigurationError(
      'HUB_TILES names a map of others: say whose it is in HUB_TILES_ATTRIBUTION, with its 审图号.',
    )
  }
  const origin = /^https?:\/\/[^/]+/.exec(chosen)?.[0] ?? ''
  const origins = [origin.replace('{s}', '*')]
  return { layers: [chosen], subdomains: 'abc', datum, attribution: said, origins }
}

/** 天地图, the national platform: the map and the names upon it (OGC WMTS 1.0.0), CGCS2000. */
function tianditu(key: string, said: string): Tiles {
  const layer = (name: string) =>
    `https://t{s}.tianditu.gov.cn/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`
  return {
    layers: [layer('vec'), layer('cva')],
    subdomains: '01234567',
    datum: 'CGCS2000',
    attribution: ['天地图 · 国家地理信息公共服务平台', said].filter(Boolean).join(' · '),
    origins: ['https://*.tianditu.gov.cn'],
  }
}
