/** The beginnings of files, as their formats want them: enough to be known by. */
export const samples = {
  pdf: Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"),
  jpeg: Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"), Buffer.from("ffd9", "hex")]),
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  heic: Buffer.concat([
    Buffer.from("00000018", "hex"),
    Buffer.from("ftypheic"),
    Buffer.alloc(4),
    Buffer.from("mif1heic"),
  ]),
};

/** What must not come through, whatever it is called. */
export const disguises = {
  html: Buffer.from("<!doctype html><script>alert(1)</script>"),
  svg: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  script: Buffer.from("#!/bin/sh\nrm -rf /\n"),
  program: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]),
  zip: Buffer.from("504b0304140000000000000000000000000000000000000000000000", "hex"),
  gif: Buffer.from("GIF89a\u0001\u0000\u0001\u0000"),
  pdfBehindHtml: Buffer.from("<html><script>alert(1)</script>\n%PDF-1.7\n"),
  words: Buffer.from("Dit is geen pdf."),
};
