import { z } from "zod";

/** An id as it comes in. In capitals it is the same one: the database writes it in small letters, and so do we, who compare. */
export const sentId = z.uuid().toLowerCase();
