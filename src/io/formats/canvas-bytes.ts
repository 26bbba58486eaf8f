/** Pictures of a canvas as files. */

/** Returns a canvas as a PNG. Rejects where the browser cannot encode it. */
export async function canvasPng(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('the canvas gave no PNG'))), 'image/png'),
  )
  return new Uint8Array(await blob.arrayBuffer())
}
