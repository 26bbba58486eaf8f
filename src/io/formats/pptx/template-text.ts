/** How a template writes text: in its styles, which slides inherit, or only on its sample text, which they do not. */
import type { Document, Element } from '@xmldom/xmldom'
import { elementOf, elementsOf } from '../ooxml/read'

/** A master and its theme. */
export interface StyleSource {
  master: Document | undefined
  theme: Document | undefined
}

/** What text in a placeholder looks like. */
export interface SampleStyle {
  /** What a slide has to say itself, because only the sample text does; `RRGGBB`. */
  own: { colour?: string; size?: number; align?: 'l' | 'ctr' | 'r' }
  /** As it will be seen, `RRGGBB`; undefined where the file does not say. */
  seen: string | undefined
}

/** Returns how text in a placeholder looks; `kind` is that of the master's placeholder, `title` or `body`. */
export function sampleStyle(shape: Element, kind: string, source: StyleSource): SampleStyle {
  const above = elementsOf(source.master, 'p:sp').find((one) => typeOf(one) === kind)
  const styles = elementOf(source.master, kind === 'title' ? 'p:titleStyle' : 'p:bodyStyle')
  const levels = [shape, above]
    .map((one) => elementOf(elementOf(one, 'a:lstStyle'), 'a:lvl1pPr'))
    .concat(elementOf(styles, 'a:lvl1pPr'))
  const listed = levels.map((level) => colourOf(elementOf(level, 'a:defRPr'), source)).find(Boolean)
  const samples = [shape, above].flatMap((one) => elementsOf(one, 'a:p').slice(0, 1))
  const runs = samples.flatMap((one) => [...elementsOf(one, 'a:rPr'), ...elementsOf(one, 'a:endParaRPr')])
  const sample = runs.map((run) => colourOf(run, source)).find(Boolean)
  const colour = listed ? undefined : sample
  const size = levels.some((level) => elementOf(level, 'a:defRPr')?.getAttribute('sz'))
    ? undefined
    : runs.map((run) => Number(run.getAttribute('sz') ?? 0) / 100).find((points) => points > 0)
  const align = levels.some((level) => level?.getAttribute('algn')) ? undefined : alignOf(samples)
  return {
    own: { ...(colour ? { colour } : {}), ...(size ? { size } : {}), ...(align ? { align } : {}) },
    seen: listed ?? sample ?? themeColour('tx1', source),
  }
}

function typeOf(shape: Element): string | undefined {
  const holder = elementOf(shape, 'p:ph')
  return holder ? (holder.getAttribute('type') ?? 'obj') : undefined
}

function alignOf(paragraphs: readonly Element[]) {
  const named = paragraphs.map((one) => elementOf(one, 'a:pPr')?.getAttribute('algn')).find(Boolean)
  return named === 'l' || named === 'ctr' || named === 'r' ? named : undefined
}

/** The solid colour of a run's properties, not of what stands below them. */
function colourOf(run: Element | undefined, source: StyleSource): string | undefined {
  const fill = run && [...run.childNodes].find(({ nodeName }) => nodeName === 'a:solidFill')
  if (!fill) return undefined
  const [plain] = elementsOf(fill as Element, 'a:srgbClr')
  if (plain) return plain.getAttribute('val')?.toUpperCase()
  const scheme = elementOf(fill as Element, 'a:schemeClr')?.getAttribute('val')
  return scheme ? themeColour(scheme, source) : undefined
}

/** Returns a theme's colour by the name that slides use, `RRGGBB`. */
function themeColour(name: string, { master, theme }: StyleSource): string | undefined {
  const mapped = elementOf(master, 'p:clrMap')?.getAttribute(name) ?? name
  const colour = elementOf(elementOf(theme, 'a:clrScheme'), `a:${mapped}`)
  const value =
    elementOf(colour, 'a:srgbClr')?.getAttribute('val') ?? elementOf(colour, 'a:sysClr')?.getAttribute('lastClr')
  return value?.toUpperCase()
}

/** Returns whether a colour is a light one, as text on dark ground is. */
export function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.55
}
