import type { Context } from "../../platform/context.js";
import { resealFileKey } from "../../platform/sealed-file.js";
import { DocumentContent } from "./document-content.entity.js";

type Secrets = { appSecret: string; newAppSecret: string };

/** Seals every document's key under a new application secret; the documents themselves stay as they are. What the new secret opens already stays too: a rotation that broke off may run again.
    @throws when a key opens with neither secret; the caller's transaction then changes nothing. */
export async function resealDocuments(
  { db }: Pick<Context, "db">,
  secrets: Secrets,
): Promise<{ resealed: number; kept: number }> {
  // Nobody may send meanwhile: that document would stay under the old secret.
  await db.query("lock table document_content in share row exclusive mode");
  const counts = { resealed: 0, kept: 0 };
  for (const { documentId, keySealed } of await db.find(DocumentContent, {
    select: { documentId: true, keySealed: true },
  })) {
    const sealedAnew = reseal(documentId, keySealed, secrets);
    counts[sealedAnew ? "resealed" : "kept"] += 1;
    if (sealedAnew) await db.update(DocumentContent, { documentId }, { keySealed: sealedAnew });
  }
  return counts;
}

/** null: it is under the new secret already. */
function reseal(id: string, keySealed: Buffer, { appSecret, newAppSecret }: Secrets): Buffer | null {
  const underNew = attempt(() => resealFileKey(newAppSecret, newAppSecret, id, keySealed));
  if (underNew) return null;
  const sealedAnew = attempt(() => resealFileKey(appSecret, newAppSecret, id, keySealed));
  if (!sealedAnew) throw new Error(`Document ${id} opens with neither secret.`);
  return sealedAnew;
}

function attempt(work: () => Buffer): Buffer | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
