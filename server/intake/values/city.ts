import type { Position } from '../../records/datum.ts'

/** West, east, south and north of the four cities, by code: a check for mistakes, no border. */
const BOXES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  441200: [111.3, 112.9, 22.7, 24.4],
  441300: [113.8, 115.5, 22.3, 24.0],
  440800: [109.5, 111.0, 20.2, 21.95],
  140400: [111.9, 113.8, 35.8, 37.1],
}
const ROUNDING = 0.05 // the boxes are given to a tenth of a degree
const CHINA = [73, 136, 3, 54] as const

/** Whether a position may lie in a city; of other cities only that it lies in China. */
export function isWithin(city: string | null, { lon, lat }: Position): boolean {
  const [west, east, south, north] = BOXES[city ?? ''] ?? CHINA
  const between = (value: number, low: number, high: number) =>
    low - ROUNDING <= value && value <= high + ROUNDING
  return between(lon, west, east) && between(lat, south, north)
}
