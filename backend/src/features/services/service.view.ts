import type { ServiceView } from "@balie/contract/services";
import type { Service } from "./service.entity.js";

export const viewService = ({ id, name, description, bring, durationMinutes, counter }: Service): ServiceView => ({
  id,
  name,
  description,
  bring,
  durationMinutes,
  counterName: counter.name,
});
