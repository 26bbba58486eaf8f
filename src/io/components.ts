/** Fetches the list of the packages in what ships. */
import { assets } from 'virtual:yulan-assets'
import { type Bill, billName, componentsOf, type ShippedComponent } from '../model/components'

/** Returns the packages, by name; undefined where the list cannot be had. */
export async function loadComponents(): Promise<ShippedComponent[] | undefined> {
  try {
    // The single file holds it among its own files.
    const response = await fetch(assets[billName] ?? new URL(billName, document.baseURI).href)
    return response.ok ? componentsOf((await response.json()) as Bill) : undefined
  } catch {
    return undefined
  }
}
