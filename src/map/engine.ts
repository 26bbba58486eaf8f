/** The map engine: the only importer of maplibre-gl. First form: districts and points, until the style is there. */
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { MapContext } from './start'

/** Starts at the camera the drawing shows; `onReady` takes the drawing away. */
export async function startEngine({ store, actions, container, assets }: MapContext, onReady: () => void): Promise<void> {
  setWorkerUrl(workerUrl)
  const camera = store.getState().session.liveCamera
  if (!camera) throw new Error('the drawing has no camera yet')
  const map = new MapLibreMap({
    container,
    center: [camera.longitude, camera.latitude],
    zoom: camera.zoom,
    attributionControl: false,
    fadeDuration: 0,
    style: {
      version: 8,
      sources: { record: { type: 'geojson', data: assets['features.geojson'] ?? '', promoteId: 'id' } },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': '#e9e2d3' } },
        {
          id: 'districts',
          type: 'fill',
          source: 'record',
          filter: ['==', ['get', 'kind'], 'district'],
          paint: { 'fill-color': '#f3eee3', 'fill-outline-color': '#8a7d69' },
        },
        {
          id: 'points',
          type: 'circle',
          source: 'record',
          filter: ['==', ['geometry-type'], 'Point'],
          paint: { 'circle-radius': 4, 'circle-color': '#b4432f' },
        },
      ],
    },
  })
  map.on('click', (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers: ['points', 'districts'] })
    if (hit) actions.select(String(hit.properties.id))
    else actions.clearSelection()
  })
  map.on('moveend', (event) => {
    const { lng, lat } = map.getCenter()
    const byReader = (event as { originalEvent?: unknown }).originalEvent !== undefined
    const at = { longitude: lng, latitude: lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
    actions.cameraRested(at, byReader)
  })
  store.subscribe((state, before) => {
    const { camera: to } = state.view
    if (to && to !== before.view.camera && to !== state.session.liveCamera)
      map.jumpTo({ center: [to.longitude, to.latitude], zoom: to.zoom })
  })
  map.once('idle', () => {
    performance.mark('yulan:map-idle')
    container.setAttribute('aria-busy', 'false')
    actions.setSession({ mapBusy: false })
    onReady()
  })
}
