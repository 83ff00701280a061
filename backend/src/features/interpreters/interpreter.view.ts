import type { InterpreterView } from "@balie/contract/interpreters";
import type { Interpreter } from "./interpreter.entity.js";

export const viewInterpreter = ({
  createdAt: _,
  testedAt,
  testResult,
  ...interpreter
}: Interpreter): InterpreterView => ({
  ...interpreter,
  lastCalledAt: interpreter.lastCalledAt?.toISOString() ?? null,
  lastTest: testedAt && testResult ? { at: testedAt.toISOString(), result: testResult } : null,
});
