import { wayOf } from "../own-link/own-link.api.js";

export const helpersWay = wayOf("/api/helper/arrival", (helperId) => `/api/helpers/${helperId}`);
