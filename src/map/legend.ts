/**
 * 图例: says only what the map shows at this moment, grouped, each entry drawn with the colours of its own layer. It
 * is worked out while it is open, and before a page is printed.
 */
import { message } from '../model/messages'
import type { Store } from '../state/store'
import type { EngineMap } from './engine'
import { palettes } from './style/palette'
import { type LegendEntry, legendGroups, type Swatch } from './style/parts'
import { mapLayers } from './style/style'

const svgNamespace = 'http://www.w3.org/2000/svg'
const swatchWidth = 30
const swatchHeight = 14

export function startLegend(map: EngineMap, store: Store, container: HTMLElement): () => void {
  const box = document.createElement('details')
  box.className = 'map-legend'
  const title = document.createElement('summary')
  const body = document.createElement('div')
  box.append(title, body)
  container.append(box)

  const fill = () => {
    const { language } = store.getState().session
    title.textContent = message(language, 'legend.name')
    if (box.open) body.replaceChildren(...groupsOf(visibleEntries(map, store), store))
  }
  box.addEventListener('toggle', fill)
  map.on('idle', fill)
  const unsubscribe = store.subscribe(({ session }, before) => {
    if (session.language !== before.session.language || session.palette !== before.session.palette) fill()
  })
  const onPrint = () => {
    box.open = true
    fill()
  }
  window.addEventListener('beforeprint', onPrint)
  fill()
  return () => {
    map.off('idle', fill)
    unsubscribe()
    window.removeEventListener('beforeprint', onPrint)
    box.remove()
  }
}

/** The entries whose layer has something on the screen, one an entry. */
function visibleEntries(map: EngineMap, store: Store): LegendEntry[] {
  const { palette, language } = store.getState().session
  const shown = mapLayers(palettes[palette], language).flatMap(({ layer, legend }) => {
    if (!legend || !map.getLayer(layer.id)) return []
    return map.queryRenderedFeatures({ layers: [layer.id] }).length > 0 ? [legend] : []
  })
  return [...new Map(shown.map((entry) => [entry.messageKey, entry])).values()]
}

function groupsOf(entries: readonly LegendEntry[], store: Store): HTMLElement[] {
  const { language } = store.getState().session
  return legendGroups.flatMap((group) => {
    const members = entries.filter((entry) => entry.group === group && entry.messageKey !== 'legend.point')
    if (members.length === 0) return []
    const list = document.createElement('ul')
    list.setAttribute('aria-label', message(language, `legend.group.${group}`))
    for (const { swatch, messageKey } of members) {
      const item = document.createElement('li')
      item.append(drawn(swatch), message(language, messageKey))
      list.append(item)
    }
    return [list]
  })
}

/** A sample of what stands on the map, 30 × 14 pixels. */
function drawn(swatch: Swatch): SVGElement {
  const svg = element('svg', { viewBox: `0 0 ${swatchWidth} ${swatchHeight}`, 'aria-hidden': 'true' })
  const line = (stroke: string, width: number, dash?: readonly number[]) =>
    element('path', {
      d: `M1 ${swatchHeight / 2}H${swatchWidth - 1}`,
      fill: 'none',
      stroke,
      'stroke-width': String(width),
      ...(dash ? { 'stroke-dasharray': dash.map((part) => Math.max(part * width, 1)).join(' ') } : {}),
    })
  if (swatch.kind === 'area') {
    const { fill, outline } = swatch
    const frame = { x: '1', y: '1', width: String(swatchWidth - 2), height: String(swatchHeight - 2) }
    svg.append(element('rect', { ...frame, fill, stroke: outline ?? 'none' }))
    if (swatch.hatched) svg.append(element('path', { d: 'M4 13L12 1M12 13L20 1M20 13L28 1', stroke: outline ?? fill }))
  } else if (swatch.kind === 'line') {
    if (swatch.casing) svg.append(line(swatch.casing, swatch.width + 2))
    svg.append(line(swatch.color, swatch.width, swatch.dash))
    if (swatch.tick) svg.append(line(swatch.tick, Math.max(1, swatch.width - 1.6), [2.5, 2.5]))
  } else if (swatch.kind === 'text') {
    const text = element('text', { x: '1', y: '12', fill: swatch.color, 'font-size': '13' })
    text.textContent = '板块'
    svg.append(text)
  } else svg.append(element('circle', { cx: '15', cy: '7', r: '6', fill: swatch.color }))
  return svg
}

function element(name: string, attributes: { [name: string]: string }): SVGElement {
  const made = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
