import type { Localised } from "@balie/contract/languages";
import type { DataSource, EntityManager } from "typeorm";
import { Clerk } from "./features/clerks/clerk.entity.js";
import { ClerkCounter } from "./features/clerks/clerk-counter.entity.js";
import { hashPassword } from "./features/clerks/password.js";
import { Counter } from "./features/counters/counter.entity.js";
import { Municipality } from "./features/counters/municipality.entity.js";
import { OpeningHours } from "./features/counters/opening-hours.entity.js";
import { Service } from "./features/services/service.entity.js";

const text = (nl: string, fr: string, de: string, en: string): Localised => ({ nl, fr, de, en });

/** Beside the clerk whose credentials are printed: the same password, so that a second console can be tried. */
const colleague = { email: "karim@voorbeeldegem.example", name: "Karim Haddad" };

const counters = [
  {
    name: text("Burgerzaken", "Population", "Bürgerdienste", "Civil affairs"),
    services: [
      {
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
    name: text(
      "Ondernemen en verenigingen",
      "Entreprises et associations",
      "Unternehmen und Vereine",
      "Businesses and associations",
    ),
    services: [
      {
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
        name: text("Een zaal huren", "Louer une salle", "Einen Saal mieten", "Renting a room"),
        description: text(
          "Uw vereniging zoekt een zaal of vergaderruimte.",
          "Votre association cherche une salle ou un local de réunion.",
          "Ihr Verein sucht einen Saal oder Besprechungsraum.",
          "Your association is looking for a hall or meeting room.",
        ),
        bring: null,
        durationMinutes: 15,
      },
    ],
  },
];

/** Sets up a made-up municipality to try Balie with, where the database has none. Its counters are open day and night, so that whoever tries it at ten in the evening
    can book for a few minutes from now. */
export async function setUpDemo(dataSource: DataSource, demoClerk: { email: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(demoClerk.password);
  await dataSource.transaction(async (db) => {
    if (await db.existsBy(Municipality, { id: 1 })) return;
    await db.insert(Municipality, {
      id: 1,
      name: "Gemeente Voorbeeldegem",
      timeZone: "Europe/Brussels",
      phone: "+32 9 000 00 00",
    });
    const counterIds: string[] = [];
    for (const counter of counters) counterIds.push(await setUpCounter(db, counter));
    const clerks = [{ email: demoClerk.email, name: "An Peeters" }, colleague];
    for (const clerk of clerks) await setUpClerk(db, { ...clerk, passwordHash }, counterIds);
  });
}

async function setUpCounter(db: EntityManager, { name, services }: (typeof counters)[number]): Promise<string> {
  const counter = db.create(Counter, { name, capacity: 2, slotMinutes: 15, noticeMinutes: 0, horizonDays: 60 });
  await db.insert(Counter, counter);
  for (let weekday = 1; weekday <= 7; weekday += 1)
    await db.insert(OpeningHours, { counterId: counter.id, weekday, opensMinute: 0, closesMinute: 1440 });
  for (const [position, service] of services.entries())
    await db.insert(Service, { ...service, counterId: counter.id, bufferMinutes: 0, position, isOffered: true });
  return counter.id;
}

async function setUpClerk(
  db: EntityManager,
  { email, name, passwordHash }: Pick<Clerk, "email" | "name" | "passwordHash">,
  counterIds: string[],
) {
  const clerk = db.create(Clerk, { email, name, passwordHash, role: "clerk", isActive: true });
  await db.insert(Clerk, clerk);
  await db.insert(
    ClerkCounter,
    counterIds.map((counterId) => ({ clerkId: clerk.id, counterId })),
  );
}
