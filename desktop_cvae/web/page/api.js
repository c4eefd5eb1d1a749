// The server's API, one request at a time: while one is under way, each slot keeps only the latest
// job, so that a fast pen never makes a queue and the last drawing always wins.

const BASE = "api/v1/";
const ORDER = ["status", "read", "number", "decode", "hand", "samples", "map", "archive"];
const MOST_TRIES = 4;
const LONGEST_WAIT_S = 5;

const waiting = new Map();
let isBusy = false;
let token = "";

/** The server rejects a request; the message is for people. */
export class Refused extends Error {
  constructor(status, kind, message, waitSeconds) {
    super(message);
    Object.assign(this, { status, kind, waitSeconds });
  }
}

/** Nobody answers at the server's address. */
export class Unreachable extends Error {}

/** Run a job when no other is under way; undefined if a later job of the slot replaces it. */
export function ask(slot, job) {
  return new Promise((resolve, reject) => {
    waiting.get(slot)?.resolve(undefined);
    waiting.set(slot, { job, resolve, reject });
    next();
  });
}

/** Drop the slot's job if it has not begun. */
export function forget(slot) {
  waiting.get(slot)?.resolve(undefined);
  waiting.delete(slot);
}

async function next() {
  if (isBusy || waiting.size === 0) return;
  const slot = ORDER.find((name) => waiting.has(name)) ?? waiting.keys().next().value;
  const entry = waiting.get(slot);
  waiting.delete(slot);
  isBusy = true;
  try {
    entry.resolve(await patiently(slot, entry.job));
  } catch (error) {
    entry.reject(error);
  } finally {
    isBusy = false;
    next();
  }
}

/** Try again when a full server says so, unless the slot has a newer job by then. */
async function patiently(slot, job) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await job();
    } catch (error) {
      if (error.status !== 429 || tries === MOST_TRIES) throw error;
      if (waiting.has(slot)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 1000 * error.waitSeconds));
    }
  }
}

/** Get what the server can do; also begins a session. */
export async function status() {
  const answer = await send("GET", "status");
  token = answer.csrf;
  return answer;
}

/** Ask for something. */
export const get = (path, values = {}) => send("GET", path + query(values));

/** Send something: a FormData, or a value as JSON. */
export const post = (path, body) => changing("POST", path, body);

/** Remove something. */
export const remove = (path) => changing("DELETE", path);

/** Return the address of a download. */
export const address = (path, values = {}) => BASE + path + query(values);

function query(values) {
  const wanted = Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return wanted.length ? `?${new URLSearchParams(wanted)}` : "";
}

async function changing(method, path, body) {
  try {
    return await send(method, path, body);
  } catch (error) {
    if (error.status !== 403) throw error;
    // The server has been restarted and does not know the session.
    await status();
    return send(method, path, body);
  }
}

async function send(method, path, body) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") headers["X-CSRF-Token"] = token;
  if (body !== undefined && !(body instanceof FormData)) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(BASE + path, { method, headers, body, credentials: "same-origin" });
  } catch {
    throw new Unreachable();
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer ?? {};
  const { kind = "", message = `HTTP ${response.status}` } = answer?.error ?? {};
  const seconds = Number(response.headers.get("Retry-After") ?? 1);
  throw new Refused(response.status, kind, message, Math.min(seconds, LONGEST_WAIT_S));
}
