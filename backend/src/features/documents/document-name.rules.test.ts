import { expect } from "chai";
import fc from "fast-check";
import { nameDocument } from "./document-name.rules.js";

describe("a document's name", () => {
  const cases: [string, string, string][] = [
    ["an ordinary one stays", "Huurcontract 2026.pdf", "Huurcontract 2026.pdf"],
    ["of a path only the last part stays", "../../etc/passwd", "passwd.pdf"],
    ["nor of a Windows path", "C:\\Users\\els\\brief.PDF", "brief.pdf"],
    ["has the ending of what it is", "foto.html", "foto.pdf"],
    ["and no second one that runs", "rekening.pdf.exe", "rekening pdf.pdf"],
    ["loses signs that turn the direction of reading", "gpj.\u202efdp.exe", "gpj fdp.pdf"],
    ["loses line ends, quotes and semicolons", 'a"b\r\nSet-Cookie: x;c.pdf', "abSet-Cookie xc.pdf"],
    ["begins with no dot", ".bashrc", "bashrc.pdf"],
    ["is there when none was given", "", "document.pdf"],
    ["keeps other scripts", "عقد.pdf", "عقد.pdf"],
    ["is cut at 80 signs", "a".repeat(500), `${"a".repeat(80)}.pdf`],
  ];
  for (const [title, original, name] of cases)
    it(title, () => expect(nameDocument(original, "application/pdf")).to.equal(name));

  it("never has a path, a control sign or another ending, whatever was sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (original) => {
        expect(nameDocument(original, "image/jpeg")).to.match(/^[^./\\\p{C}"]+\.jpg$/u);
      }),
    );
  });
});
