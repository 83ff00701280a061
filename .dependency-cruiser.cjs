/** The import rules of docs/architecture.md, executable. .ci/planted-violations.test.ts plants one violation per rule. */
const featureOrder = [
  "clerks",
  "counters",
  "services",
  "availability",
  "appointments",
  "device-checks",
  "meetings",
  "kiosk",
  "documents",
  "company",
  "helpers",
  "interpreters",
  "interpreting",
  "test-calls",
  "reservations",
  "identity-checks",
  "outcomes",
  "surveys",
  "integrations",
  "impact",
  "privacy",
  "dial-in",
];
const features = "^backend/src/features/";
const pureFile = "\\.(rules|policy|view|messages|calendar)\\.ts$";
const isTest = "\\.(test|story|bench|drill)\\.tsx?$|^(backend|frontend|jitsi-config)/(test|e2e|bench)/|^appliance/";
const compositionRoots = "^backend/src/(app|main|worker|migrate|administer|reseal|doctor)\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "contract-imports-zod-only",
      severity: "error",
      from: { path: "^contract/src/", pathNot: isTest },
      to: { pathNot: ["^contract/src/", "node_modules/zod"] },
    },
    {
      name: "pure-files-stay-pure",
      severity: "error",
      comment:
        "Rules, policies, views, messages and calendars know the contract, other pure files, and libraries without IO.",
      from: { path: pureFile, pathNot: isTest },
      to: {
        pathNot: [
          pureFile,
          "^contract/",
          "node_modules/(luxon|ical-generator|@types/luxon)/",
          "^backend/src/platform/mail/(html|letter|mail-texts)\\.ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "platform-knows-no-feature",
      severity: "error",
      from: { path: "^backend/src/platform/", pathNot: isTest },
      to: { path: features },
    },
    {
      name: "only-http-files-import-koa",
      severity: "error",
      from: {
        path: "^backend/src/",
        pathNot: ["\\.routes\\.ts$", "^backend/src/(app|main|worker)\\.ts$", "^backend/src/platform/http/", isTest],
      },
      to: { path: "node_modules/(@koa/|koa/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "routes-import-verbs-not-the-database",
      severity: "error",
      from: { path: "\\.routes\\.ts$", pathNot: isTest },
      to: { path: "^backend/src/platform/(database|outbox|queue|mail)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "composition-roots-are-not-imported",
      severity: "error",
      from: { pathNot: [compositionRoots, isTest] },
      to: { path: compositionRoots },
    },
    {
      name: "frontend-takes-types-from-the-contract",
      severity: "error",
      comment: "A zod schema in a page costs 20 kB gzip; the catalogue of texts has none.",
      from: { path: "^frontend/src/", pathNot: isTest },
      to: { path: "^contract/src/", pathNot: "^contract/src/locales/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "frontend-platform-and-ui-know-no-feature",
      severity: "error",
      from: { path: "^frontend/src/(platform|ui)/" },
      to: { path: "^frontend/src/features/" },
    },
    {
      name: "frontend-features-stand-alone",
      severity: "error",
      comment: "The console runs the call; the appointment page's entry composes the others.",
      from: { path: "^frontend/src/features/([^/]+)/", pathNot: isTest },
      to: { path: "^frontend/src/features/", pathNot: ["^frontend/src/features/$1/", "^frontend/src/features/call/"] },
    },
    {
      name: "call-is-above-the-console",
      severity: "error",
      from: { path: "^frontend/src/features/call/" },
      to: { path: "^frontend/src/features/(?!call/)" },
    },
    {
      name: "lib-jitsi-meet-only-in-call-jitsi",
      severity: "error",
      from: { pathNot: ["^frontend/src/features/call/jitsi/", isTest] },
      to: { path: "lib-jitsi-meet" },
    },
    {
      name: "backend-and-frontend-are-strangers",
      severity: "error",
      from: { path: "^backend/src/" },
      to: { path: "^frontend/" },
    },
    {
      name: "frontend-and-backend-are-strangers",
      severity: "error",
      from: { path: "^frontend/src/" },
      to: { path: "^backend/" },
    },
    ...featureOrder.map((feature, position) => ({
      name: `${feature}-imports-only-features-above`,
      severity: "error",
      from: { path: `${features}${feature}/`, pathNot: isTest },
      to: { path: `${features}(${featureOrder.slice(position + 1).join("|") || "(?!)"})/` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "node", "types", "default"],
    },
  },
};
