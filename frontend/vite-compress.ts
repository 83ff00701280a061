import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Lays a .br and a .gz beside each built file: the backend's file server sends what is there and compresses nothing itself.
    What an operator may replace (public/theme) stays as it is. */
export const compress = (): Plugin => ({
  name: "balie-compress",
  apply: "build",
  writeBundle({ dir = "dist" }, bundle) {
    for (const file of Object.values(bundle)) {
      if (!/\.(html|js|css|svg)$/.test(file.fileName)) continue;
      const content = Buffer.from(file.type === "chunk" ? file.code : file.source);
      const path = join(dir, file.fileName);
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
    }
  },
});
