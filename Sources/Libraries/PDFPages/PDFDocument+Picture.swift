internal import CPoppler

extension PDFDocument {
  /// Page 1 … ``count`` as a lossless WebP of four greys, so many pixels wide.
  ///
  /// Bounded in size, time and what is drawn; patterns and shadings are left out.
  package func picture(of number: Int, width: Int) throws(PDFError) -> [UInt8] {
    // Reading first applies the bounds on operations and content that drawing relies on.
    _ = try page(number)
    var image = cpop_image()
    let status = cpop_draw_page(
      document, Int32(clamping: number), Int32(clamping: width), &image)
    defer { cpop_release_image(&image) }
    guard status == CPOP_OK else { throw Self.error(status) }
    // Safe: copied before the image is released.
    return Array(UnsafeBufferPointer(start: image.bytes, count: image.length))
  }
}
