/** Who may ask this host for anything: its own page, and programs that know the secret. */

import { createHash, timingSafeEqual } from "node:crypto";

/** The parts of a request that say where it comes from. */
export interface RequestFacts {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`; browsers send it, programs need not. */
  readonly site: string | undefined;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

export interface GuardSettings {
  readonly port: number;
  readonly secret: string;
}

/** The only name the host answers to. */
export const hostName = (port: number): string => `127.0.0.1:${port}`;

/** Browsers share cookies among the ports of a host, so its name carries the port. */
export const cookieName = (port: number): string => `xuongtin-${port}`;

/**
 * True where the request was meant for this host and no other site's page had a hand in it. A name that merely leads to 127.0.0.1 is
 * refused, so that no page of a name made to do so can ask.
 */
export function isForUs({ host, origin, site }: RequestFacts, port: number): boolean {
  const isOurOrigin = origin === undefined || origin === `http://${hostName(port)}`;
  const isOurSite = site === undefined || site === "same-origin" || site === "none";
  return host === hostName(port) && isOurOrigin && isOurSite;
}

/** True where it also carries the secret: as a bearer, or as the cookie, which for anything but reading needs our `Origin`. */
export function isTrusted(facts: RequestFacts, { port, secret }: GuardSettings): boolean {
  if (!isForUs(facts, port)) return false;
  const { method, origin, cookie, authorization } = facts;
  if (authorization !== undefined) return isSecret(authorization, `Bearer ${secret}`);
  const isReading = method === "GET" || method === "HEAD";
  return (
    (isReading || origin !== undefined) &&
    cookieValues(cookie ?? "", cookieName(port)).some((value) => isSecret(value, secret))
  );
}

/** All of that name: another program of this machine may have set one for a path, which browsers send first. */
function cookieValues(header: string, name: string): readonly string[] {
  const parts = header.split(/;\s*/).filter((part) => part.startsWith(`${name}=`));
  return parts.map((part) => part.slice(name.length + 1));
}

/** Takes the same time wherever the two differ. */
export const isSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
