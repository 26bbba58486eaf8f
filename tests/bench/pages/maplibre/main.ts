/** A MapLibre page and nothing else: the same districts as fill and line. */
import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import './page.css'

setWorkerUrl(workerUrl)
const map = new MapLibreMap({
  container: 'map',
  bounds: [106.248, 29.13, 107.0, 30.128],
  fadeDuration: 0,
  style: {
    version: 8,
    sources: { districts: { type: 'geojson', data: new URL('districts.geojson', document.baseURI).href } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f4efe4' } },
      { id: 'areas', type: 'fill', source: 'districts', paint: { 'fill-color': '#e8e0cc' } },
      { id: 'borders', type: 'line', source: 'districts', paint: { 'line-color': '#8a7d62', 'line-width': 1 } },
    ],
  },
})
map.once('load', () => performance.mark('bench:visible'))
map.once('idle', () => performance.mark('bench:idle'))
