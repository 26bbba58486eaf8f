/**
 * Returns an SVG as a PNG at twice its size, or less if the canvas would be too large. Rejects if the browser cannot
 * draw it.
 */
export async function pngOf(image: { svg: string; width: number; height: number }): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([image.svg], { type: 'image/svg+xml' }))
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    const canvas = document.createElement('canvas')
    const scale = Math.min(2, Math.sqrt(mostPixels / (image.width * image.height)))
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no PNG'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** What phones still allow in one canvas. */
const mostPixels = 16_000_000
