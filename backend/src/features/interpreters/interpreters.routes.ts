import {
  addInterpreterInput,
  changeInterpreterInput,
  exportInterpretersInput,
  interpreterImport,
  interpreterList,
  interpreterPath,
  interpreterView,
  largestInterpreterFileBytes,
} from "@balie/contract/interpreters";
import { z } from "zod";
import type { ClerkActor, Context } from "../../platform/context.js";
import { doneThen, fileRoute, route, uploadRoute } from "../../platform/http/route.js";
import { addInterpreter } from "./add-interpreter.js";
import { changeInterpreter } from "./change-interpreter.js";
import { exportInterpreters } from "./export-interpreters.js";
import { importInterpreters } from "./import-interpreters.js";
import { viewInterpreter } from "./interpreter.view.js";
import { listInterpreters } from "./list-interpreters.js";
import { refuseOthers } from "./refuse-others.js";
import { removeInterpreter } from "./remove-interpreter.js";

/** The roster of interpreters, for administrators alone. */
export function interpreterRoutes() {
  const list = async (context: Context<ClerkActor>) => ({
    interpreters: (await listInterpreters(context)).map(viewInterpreter),
  });
  return [
    route({
      method: "GET",
      path: "/api/interpreters",
      access: "clerk",
      input: z.object({}),
      output: interpreterList,
      run: list,
    }),
    route({
      method: "POST",
      path: "/api/interpreters",
      access: "clerk",
      input: addInterpreterInput,
      output: interpreterView,
      status: 201,
      run: async (context, input) => viewInterpreter(await addInterpreter(context, input)),
    }),
    route({
      method: "PUT",
      path: "/api/interpreters/:interpreterId",
      access: "clerk",
      input: changeInterpreterInput,
      output: interpreterView,
      run: async (context, input) => viewInterpreter(await changeInterpreter(context, input)),
    }),
    route({
      method: "DELETE",
      path: "/api/interpreters/:interpreterId",
      access: "clerk",
      input: interpreterPath,
      output: interpreterList,
      run: doneThen(removeInterpreter, list),
    }),
    fileRoute({
      method: "GET",
      path: "/api/interpreters.csv",
      access: "clerk",
      input: exportInterpretersInput,
      file: (context, { language }) => exportInterpreters(context, language),
    }),
    uploadRoute({
      method: "POST",
      path: "/api/interpreters/import",
      access: "clerk",
      limit: { name: "import-interpreters", points: 30, seconds: 300 },
      input: z.object({}),
      output: interpreterImport,
      largestBytes: largestInterpreterFileBytes,
      check: async ({ actor }) => refuseOthers(actor),
      receive: (context, _, bytes) => importInterpreters(context, bytes),
    }),
  ];
}
