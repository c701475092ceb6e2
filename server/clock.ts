/** The moment, injected: tests and demonstrations fix it with `HUB_NOW`. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

export function fixedClock(moment: string): Clock {
  return () => new Date(moment)
}

/** People live by Asia/Shanghai (UTC+8 all year, no summer time since 1991); storage keeps UTC. */
export function shanghaiDate(moment: Date | string): string {
  return new Date(new Date(moment).getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10)
}

/** The last millisecond of a day in Shanghai, as the UTC instant that storage keeps. */
export function endOfShanghaiDay(date: string): string {
  return new Date(`${date}T23:59:59.999+08:00`).toISOString()
}

const SHANGHAI_OFFSET = 8 * 3600 * 1000
