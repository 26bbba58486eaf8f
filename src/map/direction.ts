/** Where an arrow leads from one place on the screen among others. Pure. */
export interface Stop {
  id: string
  /** CSS pixels, y downwards. */
  x: number
  y: number
}

/**
 * The nearest stop in a direction. What lies to the side counts as farther, and nothing more than 60° off the direction
 * is considered; with equal distance the smaller id wins, so that the same keys always lead the same way.
 */
export function nextInDirection(
  stops: readonly Stop[],
  from: Stop,
  [dx, dy]: readonly [number, number],
): Stop | undefined {
  const reachable = stops
    .filter(({ id }) => id !== from.id)
    .map((stop) => {
      const [x, y] = [stop.x - from.x, stop.y - from.y]
      const along = x * dx + y * dy
      const aside = Math.abs(x * dy - y * dx)
      return { stop, along, aside, cost: along + 2 * aside }
    })
    .filter(({ along, aside }) => along > 1 && aside <= along * Math.sqrt(3))
  reachable.sort((a, b) => a.cost - b.cost || a.stop.id.localeCompare(b.stop.id))
  return reachable[0]?.stop
}
