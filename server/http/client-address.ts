import { BlockList, isIP } from "node:net";

import type { Request } from "express";

import { SettingsError } from "#server/settings.ts";

// Libraries further in must not find an address that anybody could have written.
const forwardedHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-forwarded-server",
  "x-real-ip",
  "x-client-ip",
  "x-cluster-client-ip",
  "true-client-ip",
  "cf-connecting-ip",
  "fastly-client-ip",
];

/**
 * Makes the function that tells a request's client address: the socket's peer, or the first hop that is not one of
 * `trustedProxies` (addresses or CIDR ranges) when the peer is. Removes the forwarded headers (security.md, R-U6).
 */
export function clientAddressReader(trustedProxies: readonly string[]): (request: Request) => string {
  const trusted = blockListOf(trustedProxies);
  return (request) => {
    const hops = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((hop) => plainAddress(hop.trim()));
    for (const name of forwardedHeaders) delete request.headers[name];
    let address = plainAddress(request.socket.remoteAddress ?? "");
    while (hops.length > 0 && isTrusted(trusted, address)) {
      const hop = hops.pop() ?? "";
      if (isIP(hop) === 0) break;
      address = hop;
    }
    return isIP(address) === 6 ? networkOf(address) : address;
  };
}

/** Throws SettingsError naming the first entry that is neither an address nor a range. */
function blockListOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    const length = Number(prefix ?? (family === "ipv6" ? 128 : 32));
    if (isIP(address) === 0 || !Number.isInteger(length))
      throw new SettingsError(`TRUSTED_PROXIES: ${entry} is no address and no range`);
    list.addSubnet(address, length, family);
  }
  return list;
}

function isTrusted(trusted: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? "ipv6" : "ipv4");
}

/** `::ffff:192.0.2.1` is an IPv4 client on a socket of both families. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/** The /64 an IPv6 address lies in: one customer, however many addresses. */
function networkOf(address: string): string {
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  const groups = [...before, ...gap, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/64`;
}
