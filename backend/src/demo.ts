import type { Localised } from "@balie/contract/languages";
import { municipalityFile, weekdays } from "@balie/contract/municipality-file";
import { type DataSource, In } from "typeorm";
import { Clerk } from "./features/clerks/clerk.entity.js";
import { hashPassword } from "./features/clerks/password.js";
import { Municipality } from "./features/counters/municipality.entity.js";
import { putMunicipality } from "./features/counters/put-municipality.js";
import { applyMunicipalityFile } from "./features/services/apply-municipality-file.js";

const text = (nl: string, fr: string, de: string, en: string): Localised => ({ nl, fr, de, en });

/** Beside the clerk whose credentials are printed: the same password, so that a second console can be tried. */
const colleague = { email: "karim@voorbeeldegem.example", name: "Karim Haddad" };

/** Day and night, so that whoever tries it at ten in the evening can book for a few minutes from now. */
const openAlways = {
  capacity: 2,
  noticeMinutes: 0,
  hours: [{ days: [...weekdays], from: "00:00", until: "24:00" }],
};

const counters = [
  {
    key: "burgerzaken",
    name: text("Burgerzaken", "Population", "Bürgerdienste", "Civil affairs"),
    ...openAlways,
    services: [
      {
        key: "verhuizen",
        name: text(
          "Verhuizen: nieuw adres",
          "Déménager : nouvelle adresse",
          "Umzug: neue Adresse",
          "Moving: new address",
        ),
        description: text(
          "U bent verhuisd en geeft uw nieuwe adres door.",
          "Vous avez déménagé et vous communiquez votre nouvelle adresse.",
          "Sie sind umgezogen und melden Ihre neue Adresse.",
          "You have moved and want to register your new address.",
        ),
        bring: text("Uw identiteitskaart.", "Votre carte d’identité.", "Ihren Personalausweis.", "Your identity card."),
        durationMinutes: 15,
      },
      {
        key: "attest",
        name: text(
          "Vraag over een attest",
          "Question sur un certificat",
          "Frage zu einer Bescheinigung",
          "Question about a certificate",
        ),
        description: text(
          "U hebt een attest nodig en weet niet welk of hoe.",
          "Vous avez besoin d’un certificat et ne savez pas lequel ou comment.",
          "Sie brauchen eine Bescheinigung und wissen nicht welche oder wie.",
          "You need a certificate and don’t know which one or how to get it.",
        ),
        bring: null,
        durationMinutes: 15,
      },
    ],
  },
  {
    key: "ondernemen-en-verenigingen",
    name: text(
      "Ondernemen en verenigingen",
      "Entreprises et associations",
      "Unternehmen und Vereine",
      "Businesses and associations",
    ),
    ...openAlways,
    services: [
      {
        key: "zaak-starten",
        name: text("Een zaak starten", "Créer une entreprise", "Ein Geschäft gründen", "Starting a business"),
        description: text(
          "U begint een zaak in onze gemeente en wilt weten wat u moet regelen.",
          "Vous ouvrez une entreprise dans notre commune et voulez savoir quoi régler.",
          "Sie gründen ein Geschäft in unserer Gemeinde und möchten wissen, was zu regeln ist.",
          "You are opening a business in our municipality and want to know what to arrange.",
        ),
        bring: text(
          "Uw ondernemingsnummer, als u er al een hebt.",
          "Votre numéro d’entreprise, si vous en avez un.",
          "Ihre Unternehmensnummer, falls vorhanden.",
          "Your business number, if you have one.",
        ),
        durationMinutes: 30,
      },
      {
        key: "zaal-huren",
        name: text("Een zaal huren", "Louer une salle", "Einen Saal mieten", "Renting a room"),
        description: text(
          "Uw vereniging zoekt een zaal of vergaderruimte.",
          "Votre association cherche une salle ou un local de réunion.",
          "Ihr Verein sucht einen Saal oder Besprechungsraum.",
          "Your association is looking for a hall or meeting room.",
        ),
        bring: null,
        durationMinutes: 15,
        pages: [
          {
            title: text("Zaal reserveren", "Réserver une salle", "Saal reservieren", "Book a room"),
            url: "https://www.voorbeeldegem.example/zalen/reserveren",
          },
          {
            title: text("Prijzen van de zalen", "Tarifs des salles", "Preise der Säle", "Prices of the rooms"),
            url: "https://www.voorbeeldegem.example/zalen/prijzen",
          },
        ],
      },
    ],
  },
];

/** Sets up a made-up municipality to try Balie with, where the database has none. */
export async function setUpDemo(dataSource: DataSource, demoClerk: { email: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(demoClerk.password);
  const clerks = [{ email: demoClerk.email, name: "An Peeters" }, colleague];
  const file = municipalityFile.parse({
    counters,
    clerks: clerks.map((clerk) => ({ ...clerk, counters: counters.map(({ key }) => key) })),
  });
  await dataSource.transaction(async (db) => {
    if (await db.existsBy(Municipality, { id: 1 })) return;
    const phone = "+32 9 000 00 00";
    await putMunicipality(db, { name: "Gemeente Voorbeeldegem", timeZone: "Europe/Brussels", phone });
    await applyMunicipalityFile({ db, now: new Date() }, file);
    await db.update(Clerk, { email: In(file.clerks.map(({ email }) => email)) }, { passwordHash });
  });
}
