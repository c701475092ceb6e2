/** How a result of a check looks: good, to be watched, or nothing said. */
export function tone(result: string): 'good' | 'warn' | 'soft' {
  if (result === 'MET') return 'good'
  return result === 'NOT_MET' || result === 'PARTIAL' ? 'warn' : 'soft'
}
