import type { RequestHandler } from "express";

const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  // The UI kit writes its variables into <style> elements; scripts stay without any exception.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ");

/** The headers of every answer (security.md, R-H1); HSTS only when people reach the server by https. */
export function securityHeaders(overHttps: boolean): [name: string, value: string][] {
  return [
    ["Content-Security-Policy", contentPolicy],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
    ["X-Frame-Options", "DENY"],
    ...(overHttps
      ? [["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] satisfies [string, string]]
      : []),
  ];
}

/** Puts the security headers on every answer, errors and streams included. */
export function setSecurityHeaders(overHttps: boolean): RequestHandler {
  const headers = securityHeaders(overHttps);
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}
