/** Two districts that share a border, by adcode. */
export interface NeighbourPair {
  a: string
  b: string
}

/** Returns the adcodes of the districts that adjoin one, in order. */
export function neighboursOf(list: readonly NeighbourPair[], adcode: string): string[] {
  return list
    .filter(({ a, b }) => a === adcode || b === adcode)
    .map(({ a, b }) => (a === adcode ? b : a))
    .sort()
}

/** Returns the adcodes of the neighbours' neighbours that are neither the district itself nor its neighbour. */
export function secondOrderNeighboursOf(list: readonly NeighbourPair[], adcode: string): string[] {
  const near = new Set([adcode, ...neighboursOf(list, adcode)])
  const far = [...near].flatMap((neighbour) => neighboursOf(list, neighbour)).filter((code) => !near.has(code))
  return [...new Set(far)].sort()
}
