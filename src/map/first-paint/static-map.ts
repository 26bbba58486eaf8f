/**
 * The static map on the page: put where a camera looks, marked with what is selected. It knows no store
 * and no engine; the boot script uses it before either exists.
 */
import type { PageRegion } from '../../../data/schema-region'
import type { Bbox } from '../../../geo/base/position'
import type { Camera, Size } from '../../../geo/screen/camera'
import { type StaticMapUnits, staticMapUnits } from '../../../geo/screen/static-map-units'

/** CSS pixels of the district names. */
const namePixels = 17

/** The static map on the page. */
export interface StaticMap {
  /** The map's place on the page. */
  container: HTMLElement
  element: SVGSVGElement
  size: () => Size
  units: StaticMapUnits
  /** Where a view looks that selects nothing. */
  homeBounds: Bbox
  /** Bounds of a district the static map holds. */
  boundsOf: (id: string) => Bbox | undefined
  show: (camera: Camera) => void
  select: (districts: readonly string[]) => void
  /** Calls `activate` when a district is clicked or entered by key; answers a function that stops it. */
  onActivate: (activate: (district: string, link: SVGAElement) => void) => () => void
  remove: () => void
}

/** The static map that the build put into `container`. Throws where there is none. */
export function adoptStaticMap(
  container: HTMLElement,
  { homeBounds, middle }: Pick<PageRegion, 'homeBounds' | 'middle'>,
): StaticMap {
  const element = container.querySelector<SVGSVGElement>('svg#static-map')
  if (!element) throw new Error('the page holds no static map')
  const links = [...element.querySelectorAll<SVGAElement>('a[data-district]')]
  const names = element.querySelector('.static-map-names')
  const size = sizeOf(container)
  const units = staticMapUnits(middle)
  return {
    container,
    element,
    size,
    units,
    homeBounds,
    boundsOf: (id) => {
      const text = links.find((link) => link.dataset.district === id)?.dataset.bounds
      return text ? (text.split(' ').map(Number) as unknown as Bbox) : undefined
    },
    show: (camera) => {
      const { viewBox, unitsPerPixel } = units.viewBox(camera, size())
      // The browser repaints at every write, even of the same value.
      if (element.getAttribute('viewBox') === viewBox) return
      element.setAttribute('viewBox', viewBox)
      names?.setAttribute('font-size', String(namePixels * unitsPerPixel))
      names?.setAttribute('stroke-width', String(3 * unitsPerPixel))
    },
    select: (districts) => {
      for (const link of links) {
        if (districts.includes(link.dataset.district ?? '')) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    },
    onActivate: (activate) => {
      const onClick = (event: MouseEvent) => {
        const link = (event.target as Element).closest<SVGAElement>('a[data-district]')
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        activate(link.dataset.district ?? '', link)
      }
      element.addEventListener('click', onClick)
      return () => element.removeEventListener('click', onClick)
    },
    remove: () => element.remove(),
  }
}

/** The size of an element, asked of the page only where it may have changed: asked after every change, it would have the page laid out each time. */
function sizeOf(element: HTMLElement): () => Size {
  let known: Size | undefined
  const forget = () => {
    known = undefined
  }
  window.addEventListener('resize', forget)
  new ResizeObserver(forget).observe(element)
  return () => {
    known ??= { width: element.clientWidth, height: element.clientHeight }
    return known
  }
}
