import { serviceList } from "@balie/contract/services";
import { z } from "zod";
import { route } from "../../platform/http/route.js";
import { Service } from "./service.entity.js";
import { viewService } from "./service.view.js";

export const serviceRoutes = () => [
  route({
    method: "GET",
    path: "/api/services",
    access: "anyone",
    input: z.object({}),
    output: serviceList,
    run: async ({ db }) => {
      const services = await db.find(Service, {
        where: { isOffered: true },
        relations: { counter: true },
        order: { position: "ASC" },
      });
      return { services: services.map(viewService) };
    },
  }),
];
