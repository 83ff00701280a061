/** jigasi calls itself healthy once its SIP account is registered. Source: jigasi health/Health.java ("GW not ready." until then).
    @throws when it does not answer in time. */
export const askJigasi = (jigasiUrl: string, patienceMs: number): Promise<Response> =>
  fetch(`${jigasiUrl}/about/health`, { signal: AbortSignal.timeout(patienceMs) });
