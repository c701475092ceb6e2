import { charactersOf, fold, shorten } from './fold.ts'
import { syllablesOf } from './pinyin.ts'
import type { RegionRow } from './region.ts'

const SHORTEST_SOUND = 4

/** The regions that a word names, in full, in short, in English or by sound, each with all below it. */
export function placesNamed(said: string, regions: readonly RegionRow[]): string[] {
  const named = regions.filter((region) => {
    const name = fold(region.nameZh)
    if (fold(region.nameEn) === said || region.code === said) return true
    if (charactersOf(said).length < 2) return false
    return name.startsWith(said) || isHeard(said, name)
  })
  return withAllBelow(named, regions)
}

/** The region that a longer word begins with (端州区图书馆, 端州图书馆), the longest name first. */
export function regionBefore(
  said: string,
  regions: readonly RegionRow[],
): { readonly length: number; readonly regions: string[] } | null {
  const starts = regions.flatMap((region) => {
    const name = fold(region.nameZh)
    const found = [name, shorten(name)].find((one) => one.length > 1 && said.startsWith(one))
    return found === undefined || found === said ? [] : [{ found, region }]
  })
  const longest = Math.max(0, ...starts.map(({ found }) => charactersOf(found).length))
  if (longest === 0) return null
  const named = starts.filter(({ found }) => charactersOf(found).length === longest)
  const own = named.map(({ region }) => region)
  return { length: longest, regions: withAllBelow(own, regions) }
}

function isHeard(said: string, name: string): boolean {
  if (said.length < SHORTEST_SOUND || !/^[a-z]+$/.test(said)) return false
  return syllablesOf(name).join('').startsWith(said)
}

function withAllBelow(named: readonly RegionRow[], regions: readonly RegionRow[]): string[] {
  const found = new Set(named.map(({ id }) => id))
  for (const id of found) {
    for (const one of regions) if (one.parent === id) found.add(one.id) // a set is walked as it grows
  }
  return [...found].sort()
}
