/**
 * Waits for the first tile of an owner's basemap and tells what became of it. After that tile nothing is watched: one
 * that is lost later leaves a gap, not a lost basemap.
 */
import { type ShiftedDatum, shiftedDatumOf } from '../../model/basemaps'
import { archiveFaultIn, faultText } from '../archives'
import type { EngineFault, EngineMap, EngineSourceEvent } from '../engine'

/** What is wrong with a basemap that does not come. */
export type BasemapFault =
  | { reason: 'missing' | 'silent' | 'noRanges' | 'notAnArchive' | 'notAStyle' }
  | { reason: 'denied'; status: number }
  | { reason: 'shifted'; datum: ShiftedDatum }

/** An owner's server behind a firewall swallows requests without a word. */
const patienceMilliseconds = 15_000

/** Who is told once the first tile or the first fault has come. */
export interface BasemapWatch {
  onArrived: () => void
  onFault: (fault: BasemapFault) => void
}

/** Watches the sources of a basemap until it has come or has failed. Returns a function that stops it. */
export function watchBasemap(map: EngineMap, sources: readonly string[], { onArrived, onFault }: BasemapWatch) {
  let first: BasemapFault | undefined
  const end = () => {
    clearTimeout(timer)
    map.off('error', onError)
    map.off('sourcedata', onData)
    map.off('idle', onIdle)
  }
  const fail = (fault: BasemapFault) => {
    end()
    onFault(fault)
  }
  const onError = (event: EngineFault) => {
    if (!sources.includes(event.sourceId ?? '')) return
    first ??= faultOf(event)
    // An archive whose first bytes are wrong has no tile to wait for.
    if (archiveFaultIn(faultText(event))) fail(first)
  }
  const onData = ({ sourceId, tile }: EngineSourceEvent) => {
    if (!sources.includes(sourceId)) return
    const datum = shiftedSource(map, sourceId)
    if (datum) return fail({ reason: 'shifted', datum })
    if (tile?.state !== 'loaded' || !holdsSomething(map, sourceId, tile)) return
    end()
    onArrived()
  }
  // At rest without a single tile: a server's 404 for a tile is no error to the engine.
  const onIdle = () => fail(first ?? { reason: 'missing' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    timer = setTimeout(() => (document.hidden ? wait() : fail({ reason: 'silent' })), patienceMilliseconds)
  }
  wait()
  map.on('error', onError)
  map.on('sourcedata', onData)
  map.on('idle', onIdle)
  return end
}

/** A vector tile that the server does not have comes as one with nothing in it. */
function holdsSomething(map: EngineMap, id: string, tile: NonNullable<EngineSourceEvent['tile']>): boolean {
  return map.getSource(id)?.type !== 'vector' || tile.latestFeatureIndex != null
}

/** What a source's own description says its tiles come from may be known to be shifted. */
function shiftedSource(map: EngineMap, id: string): ShiftedDatum | undefined {
  const tiles: readonly string[] = (map.getSource(id) as { tiles?: string[] } | undefined)?.tiles ?? []
  return tiles.map(shiftedDatumOf).find(Boolean)
}

function faultOf(event: EngineFault): BasemapFault {
  const archive = archiveFaultIn(faultText(event))
  if (archive) return { reason: archive.fault }
  const status = (event.error as { status?: number } | undefined)?.status
  return status !== undefined && [401, 403, 418, 429].includes(status)
    ? { reason: 'denied', status }
    : { reason: 'missing' }
}
