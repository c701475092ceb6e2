const CANDIDATES = ['\t', ',', ';', '，'] as const

/** The sign that parts the cells: the one that most of the first lines hold, equally often. */
export function delimiterOf(text: string): string {
  const lines = outsideQuotes(text.slice(0, 100_000)).split(/\r\n?|\n/)
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 50)
  let best: string = ','
  let most = 0
  for (const sign of CANDIDATES) {
    const counts = filled.map((line) => line.split(sign).length - 1)
    const holding = counts.filter((count) => count > 0).length
    const score = holding + alike(counts) / (filled.length + 1)
    if (holding > 0 && score > most) [best, most] = [sign, score]
  }
  return best
}

function outsideQuotes(text: string): string {
  return text.replace(/"[^"]*(?:"|$)/g, '')
}

/** How many lines share the commonest count. */
function alike(counts: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) {
    if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  }
  return Math.max(0, ...tally.values())
}
