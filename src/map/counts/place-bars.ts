/**
 * Where the districts' bars stand: under the name where a bar fits inside its district there, else beside it, where no
 * name and no other bar is, joined to the name by a leader. Pure.
 */
export interface BarPlace {
  /** From the middle of the name to the middle of the bar with its number, in pixels. */
  x: number
  y: number
  /** Stands outside, so a line joins it to the name. */
  leader: boolean
}

/** A bar that needs a place. */
export interface BarToPlace {
  id: string
  /** The middle of the district's name on the screen, in pixels. */
  at: readonly [x: number, y: number]
  name: { width: number; height: number }
  /** The bar together with its number. */
  block: { width: number; height: number }
  /** The number, at the foot of the block. */
  number: { width: number; height: number }
  /** Whether a leader can join it to the name. */
  canBeLed: boolean
  /** Whether a point of the screen lies in the district. */
  isInside: (x: number, y: number) => boolean
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const gap = 3
const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2 - gap,
  top: y - height / 2 - gap,
  right: x + width / 2 + gap,
  bottom: y + height / 2 + gap,
})
const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

type Point = readonly [x: number, y: number]

/** What a place costs: each dot a bar would lie under, more if it hides the number, and not standing right under the name. */
const dotCost = 5
const hiddenCost = 25
const asideCost = 9
/** Of a bar that crosses its district's border; of one in another, with a leader and without, when it could be taken for that one's. */
const crossingCost = 10
const outsideCosts = { led: 14, alone: 60 } as const
const costPerPixel = 0.12
/** From the middle of a dot to where it hides nothing, in pixels. */
const dotReachPixels = 6

interface Candidate {
  place: BarPlace
  cost: number
  /** Dots over the number. */
  hidden: number
}

/**
 * Returns the place of each by id, those that fit inside their district first. `dots` are what would be drawn over the
 * bars: places with few of them are better, and none may hide a number where another place can be had.
 */
export function placeBars(bars: readonly BarToPlace[], dots: readonly Point[] = []): Map<string, BarPlace> {
  const taken = bars.map(({ at: [x, y], name }) => boxAround(x, y, name.width, name.height))
  const places = new Map<string, BarPlace>()
  const boxOf = ({ at: [x, y], block }: BarToPlace, place: BarPlace) =>
    boxAround(x + place.x, y + place.y, block.width, block.height)
  const near = new Map(bars.map((bar) => [bar, dotsNear(bar, dots)]))
  /** The cheapest first. */
  const free = (bar: BarToPlace, ring: number): Candidate[] =>
    around(bar, ring)
      .flatMap((place) => {
        const box = boxOf(bar, place)
        return taken.some((other) => overlap(box, other)) ? [] : [candidateOf(bar, place, box, near.get(bar) ?? [])]
      })
      .sort((a, b) => a.cost - b.cost)
  const put = (bar: BarToPlace, place: BarPlace) => {
    places.set(bar.id, place)
    taken.push(boxOf(bar, place))
  }
  for (const bar of bars) {
    // Whether one fits its district takes longest, so the best is asked first.
    const found = free(bar, 1).find(({ place, hidden }) => hidden === 0 && fits(bar, place))
    if (found) put(bar, found.place)
  }
  for (const bar of bars) {
    if (places.has(bar.id)) continue
    const found = cheapest(
      rings.flatMap((ring) => free(bar, ring)),
      (place) => outsideCostOf(bar, place),
    )
    // Where all is full the name's own place is the least bad.
    put(bar, found?.place ?? { x: 0, y: belowName(bar), leader: false })
  }
  return places
}

/** Where a place lies is asked only of those that could be the cheapest. */
function cheapest(candidates: readonly Candidate[], moreCost: (place: BarPlace) => number): Candidate | undefined {
  let best: Candidate | undefined
  for (const candidate of [...candidates].sort((a, b) => a.cost - b.cost)) {
    if (best && candidate.cost >= best.cost) break
    const cost = candidate.cost + moreCost(candidate.place)
    if (!best || cost < best.cost) best = { ...candidate, cost }
  }
  return best
}

function outsideCostOf(bar: BarToPlace, place: BarPlace): number {
  if (fits(bar, place)) return 0
  const [x, y] = bar.at
  if (bar.isInside(x + place.x, y + place.y)) return crossingCost
  return bar.canBeLed ? outsideCosts.led : outsideCosts.alone
}

function candidateOf({ number }: BarToPlace, place: BarPlace, box: Box, dots: readonly Point[]): Candidate {
  const reach = dotReachPixels - gap
  const middle = (box.left + box.right) / 2
  const numberTop = box.bottom - gap - number.height - dotReachPixels
  let [hidden, dotted] = [0, 0]
  for (const [dotX, dotY] of dots) {
    const isNear =
      dotX > box.left - reach && dotX < box.right + reach && dotY > box.top - reach && dotY < box.bottom + reach
    if (!isNear) continue
    if (dotY > numberTop && Math.abs(dotX - middle) < number.width / 2 + dotReachPixels) hidden += 1
    else dotted += 1
  }
  const { x, y, leader } = place
  const away = (leader || y <= 0 ? asideCost : 0) + Math.hypot(x, y) * costPerPixel
  return { place, hidden, cost: hidden * hiddenCost + dotted * dotCost + away }
}

/** The dots that any place of a bar could lie under: of many, most are elsewhere. */
function dotsNear(bar: BarToPlace, dots: readonly Point[]): readonly Point[] {
  const [x, y] = bar.at
  const farthest = rings[rings.length - 1] ?? 0
  const across = farthest * besideName(bar) + bar.block.width / 2 + dotReachPixels
  const down = farthest * belowName(bar) + bar.block.height / 2 + dotReachPixels
  return dots.filter(([dotX, dotY]) => Math.abs(dotX - x) < across && Math.abs(dotY - y) < down)
}

const besideName = ({ name, block }: BarToPlace) => (name.width + block.width) / 2 + 2 * gap + 1
const belowName = ({ name, block }: BarToPlace) => (name.height + block.height) / 2 + 2 * gap + 1

/** Whether the corners and the middles of the sides lie in the district. */
function fits({ at: [x, y], block, isInside }: BarToPlace, place: BarPlace): boolean {
  const sides = [-0.5, 0, 0.5]
  return sides.every((across) =>
    sides.every((down) => isInside(x + place.x + across * block.width, y + place.y + down * block.height)),
  )
}

/** Distances from the name, as multiples of the least at which the two do not touch. */
const rings = [1, 1.5, 2.1, 2.8]
/** Round the name, beginning below it. */
const angles = [90, 60, 120, 30, 150, 0, 180, 330, 210, 300, 240, 270]

function around(bar: BarToPlace, ring: number): BarPlace[] {
  const { name, block } = bar
  return angles.map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    const x = Math.round(Math.cos(angle) * ring * besideName(bar))
    const y = Math.round(Math.sin(angle) * ring * belowName(bar))
    // Right at the name nothing has to join them.
    return { x, y, leader: ring > 1 || Math.abs(x) > (name.width + block.width) / 2 }
  })
}
