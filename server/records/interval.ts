/**
 * Rows of forms that were in force together, as an edge: it runs from before the first state that counted them to
 * after the last. The sums of states then are what flows past a place, and what can be learned of rows is how far
 * their own flow can rise or fall while every known sum stays as it is.
 */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly value: number
}

/** Edges, and for each place those that touch it. */
export interface Network {
  readonly edges: readonly Edge[]
  readonly around: readonly (readonly number[])[]
}

export function networkOf(edges: readonly Edge[]): Network {
  const around: number[][] = []
  edges.forEach(({ from, to }, i) => {
    for (const place of [from, to]) {
      around[place] ??= []
      around[place].push(i)
    }
  })
  return { edges, around }
}

/** How much an edge may be above what it is, all sums staying as they are; no more than `most` is looked for. */
export function roomAbove(network: Network, edge: number, most: number): number {
  const { from, to } = network.edges[edge] as Edge
  return flow(network, edge, to, from, most)
}

/** How much it may be below what it is, down to nothing. */
export function roomBelow(network: Network, edge: number, most: number): number {
  const { from, to, value } = network.edges[edge] as Edge
  return flow(network, edge, from, to, Math.min(most, value))
}

/** The greatest flow between two places beside one edge, as far as `most`: along an edge without end, against it as far as its value. */
function flow(network: Network, beside: number, source: number, sink: number, most: number) {
  const values = network.edges.map((one) => one.value)
  let pushed = 0
  while (pushed < most) {
    const path = findPath(network, values, beside, source, sink)
    if (path === null) return pushed
    const against = path.filter((step) => !step.along).map((step) => values[step.edge] as number)
    const amount = Math.min(most - pushed, ...against)
    for (const { edge, along } of path) values[edge]! += along ? amount : -amount
    pushed += amount
  }
  return most
}

interface Step {
  readonly edge: number
  readonly along: boolean
  readonly place: number
  readonly before: Step | null
}

/** The shortest way (Edmonds and Karp), as its steps from the last to the first. */
function findPath(
  { edges, around }: Network,
  values: readonly number[],
  beside: number,
  source: number,
  sink: number,
): Step[] | null {
  const seen = new Set([source])
  const queue: Step[] = [{ edge: -1, along: true, place: source, before: null }]
  for (const before of queue) {
    if (before.place === sink) return stepsTo(before)
    for (const edge of around[before.place] ?? []) {
      const { from, to } = edges[edge] as Edge
      const along = from === before.place
      const place = along ? to : from
      const isOpen = along || (values[edge] as number) > DUST
      if (edge === beside || !isOpen || seen.has(place)) continue
      seen.add(place)
      queue.push({ edge, along, place, before })
    }
  }
  return null
}

function stepsTo(last: Step): Step[] {
  const steps: Step[] = []
  for (let step: Step | null = last; step !== null && step.edge >= 0; step = step.before) {
    steps.push(step)
  }
  return steps
}

const DUST = 1e-9
