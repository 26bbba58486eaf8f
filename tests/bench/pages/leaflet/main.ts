/** A Leaflet page and nothing else: the same districts as paths. */
import 'leaflet/dist/leaflet.css'
import type { FeatureCollection } from 'geojson'
import { geoJSON, map as leafletMap } from 'leaflet'
import './page.css'

const map = leafletMap('map', { fadeAnimation: false, zoomAnimation: false })
map.fitBounds([
  [29.13, 106.248],
  [30.128, 107.0],
])
const response = await fetch(new URL('districts.geojson', document.baseURI))
const districts = (await response.json()) as FeatureCollection
geoJSON(districts, { style: { color: '#8a7d62', weight: 1, fillColor: '#e8e0cc', fillOpacity: 1 } }).addTo(map)
requestAnimationFrame(() => {
  performance.mark('bench:visible')
  requestAnimationFrame(() => performance.mark('bench:idle'))
})
