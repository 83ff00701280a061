// Certificates of the municipality's own that are not as they must be: made by the lab's authority, put in certs/.
import { putCertificate } from "../support/own-certificate.ts";
import { DOMAIN, TURN_DOMAIN } from "../support/site.ts";
import type { Fault } from "./examine.ts";

const good = () => putCertificate([DOMAIN, TURN_DOMAIN], 90);

export const certificateFaults: Fault[] = [
  {
    title: "the certificate ends in three days",
    plant: () => putCertificate([DOMAIN, TURN_DOMAIN], 3),
    mend: good,
    found: [
      {
        check: "certificate",
        seen: /good for [23] days/,
        advice: /certs\/fullchain\.pem .*docker compose restart caddy\./,
      },
    ],
  },
  {
    title: "the certificate is for another name",
    plant: () => putCertificate(["loket.voorbeeldegem.example", TURN_DOMAIN], 90),
    mend: good,
    found: [
      {
        check: "certificate",
        seen: /is for loket\.voorbeeldegem\.example.* and not for balie\.voorbeeldegem\.example/,
        advice: /Get one that names balie\.voorbeeldegem\.example.*docker compose restart caddy\./,
      },
    ],
  },
  {
    title: "the certificate lacks TURN's name",
    plant: () => putCertificate([DOMAIN], 90),
    mend: good,
    found: [
      {
        check: "certificate-files",
        seen: /is not for turn\.balie\.voorbeeldegem\.example/,
        advice: /Get one for both names\. .*docker compose restart caddy\./,
      },
    ],
  },
];
