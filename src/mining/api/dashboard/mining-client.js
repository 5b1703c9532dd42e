// node_modules/openapi-fetch/dist/index.mjs
var e = /\{[^{}]+\}/g, t = () => typeof process == "object" && Number.parseInt(process?.versions?.node?.substring(0, 2)) >= 18 && process.versions.undici;
function n() {
	return Math.random().toString(36).slice(2, 11);
}
function r(e) {
	let { baseUrl: r = "", Request: i = globalThis.Request, fetch: a = globalThis.fetch, querySerializer: o, bodySerializer: p, pathSerializer: m, headers: h, requestInitExt: g = void 0, ..._ } = { ...e };
	g = t() ? g : void 0, r = f(r);
	let v = [];
	async function y(e, t) {
		let { baseUrl: y, fetch: b = a, Request: x = i, headers: S, params: C = {}, parseAs: w = "json", querySerializer: T, bodySerializer: E = p ?? l, pathSerializer: D, body: O, middleware: k = [], ...A } = t || {}, j = r;
		y && (j = f(y) ?? r);
		let M = typeof o == "function" ? o : s(o);
		T && (M = typeof T == "function" ? T : s({
			...typeof o == "object" ? o : {},
			...T
		}));
		let N = D || m || c, P = O === void 0 ? void 0 : E(O, d(h, S, C.header)), F = d(P === void 0 || P instanceof FormData ? {} : { "Content-Type": "application/json" }, h, S, C.header), I = [...v, ...k], L = {
			redirect: "follow",
			..._,
			...A,
			body: P,
			headers: F
		}, R, z, B = new x(u(e, {
			baseUrl: j,
			params: C,
			querySerializer: M,
			pathSerializer: N
		}), L), V;
		for (let e in A) e in B || (B[e] = A[e]);
		if (I.length) {
			R = n(), z = Object.freeze({
				baseUrl: j,
				fetch: b,
				parseAs: w,
				querySerializer: M,
				bodySerializer: E,
				pathSerializer: N
			});
			for (let t of I) if (t && typeof t == "object" && typeof t.onRequest == "function") {
				let n = await t.onRequest({
					request: B,
					schemaPath: e,
					params: C,
					options: z,
					id: R
				});
				if (n) {
					if (n instanceof x) B = n;
					else if (n instanceof Response) {
						V = n;
						break;
					} else throw Error("onRequest: must return new Request() or Response() when modifying the request");
				}
			}
		}
		if (!V) {
			try {
				V = await b(B, g);
			} catch (t) {
				let n = t;
				if (I.length) for (let t = I.length - 1; t >= 0; t--) {
					let r = I[t];
					if (r && typeof r == "object" && typeof r.onError == "function") {
						let t = await r.onError({
							request: B,
							error: n,
							schemaPath: e,
							params: C,
							options: z,
							id: R
						});
						if (t) {
							if (t instanceof Response) {
								n = void 0, V = t;
								break;
							}
							if (t instanceof Error) {
								n = t;
								continue;
							}
							throw Error("onError: must return new Response() or instance of Error");
						}
					}
				}
				if (n) throw n;
			}
			if (I.length) for (let t = I.length - 1; t >= 0; t--) {
				let n = I[t];
				if (n && typeof n == "object" && typeof n.onResponse == "function") {
					let t = await n.onResponse({
						request: B,
						response: V,
						schemaPath: e,
						params: C,
						options: z,
						id: R
					});
					if (t) {
						if (!(t instanceof Response)) throw Error("onResponse: must return new Response() when modifying the response");
						V = t;
					}
				}
			}
		}
		let H = V.headers.get("Content-Length");
		if (V.status === 204 || B.method === "HEAD" || H === "0" && !V.headers.get("Transfer-Encoding")?.includes("chunked")) return V.ok ? {
			data: void 0,
			response: V
		} : {
			error: void 0,
			response: V
		};
		if (V.ok) return {
			data: await (async () => {
				if (w === "stream") return V.body;
				if (w === "json" && !H) {
					let e = await V.text();
					return e ? JSON.parse(e) : void 0;
				}
				return await V[w]();
			})(),
			response: V
		};
		let U = await V.text();
		try {
			U = JSON.parse(U);
		} catch {}
		return {
			error: U,
			response: V
		};
	}
	return {
		request(e, t, n) {
			return y(t, {
				...n,
				method: e.toUpperCase()
			});
		},
		GET(e, t) {
			return y(e, {
				...t,
				method: "GET"
			});
		},
		PUT(e, t) {
			return y(e, {
				...t,
				method: "PUT"
			});
		},
		POST(e, t) {
			return y(e, {
				...t,
				method: "POST"
			});
		},
		DELETE(e, t) {
			return y(e, {
				...t,
				method: "DELETE"
			});
		},
		OPTIONS(e, t) {
			return y(e, {
				...t,
				method: "OPTIONS"
			});
		},
		HEAD(e, t) {
			return y(e, {
				...t,
				method: "HEAD"
			});
		},
		PATCH(e, t) {
			return y(e, {
				...t,
				method: "PATCH"
			});
		},
		TRACE(e, t) {
			return y(e, {
				...t,
				method: "TRACE"
			});
		},
		use(...e) {
			for (let t of e) if (t) {
				if (typeof t != "object" || !("onRequest" in t || "onResponse" in t || "onError" in t)) throw Error("Middleware must be an object with one of `onRequest()`, `onResponse() or `onError()`");
				v.push(t);
			}
		},
		eject(...e) {
			for (let t of e) {
				let e = v.indexOf(t);
				e !== -1 && v.splice(e, 1);
			}
		}
	};
}
function i(e, t, n) {
	if (t == null) return "";
	if (typeof t == "object") throw Error("Deeply-nested arrays/objects aren’t supported. Provide your own `querySerializer()` to handle these.");
	return `${e}=${n?.allowReserved === !0 ? t : encodeURIComponent(t)}`;
}
function a(e, t, n) {
	if (!t || typeof t != "object") return "";
	let r = [], a = {
		simple: ",",
		label: ".",
		matrix: ";"
	}[n.style] || "&";
	if (n.style !== "deepObject" && n.explode === !1) {
		for (let e in t) r.push(e, n.allowReserved === !0 ? t[e] : encodeURIComponent(t[e]));
		let i = r.join(",");
		switch (n.style) {
			case "form": return `${e}=${i}`;
			case "label": return `.${i}`;
			case "matrix": return `;${e}=${i}`;
			default: return i;
		}
	}
	for (let a in t) {
		let o = n.style === "deepObject" ? `${e}[${a}]` : a;
		r.push(i(o, t[a], n));
	}
	let o = r.join(a);
	return n.style === "label" || n.style === "matrix" ? `${a}${o}` : o;
}
function o(e, t, n) {
	if (!Array.isArray(t)) return "";
	if (n.explode === !1) {
		let r = {
			form: ",",
			spaceDelimited: "%20",
			pipeDelimited: "|"
		}[n.style] || ",", i = (n.allowReserved === !0 ? t : t.map((e) => encodeURIComponent(e))).join(r);
		switch (n.style) {
			case "simple": return i;
			case "label": return `.${i}`;
			case "matrix": return `;${e}=${i}`;
			default: return `${e}=${i}`;
		}
	}
	let r = {
		simple: ",",
		label: ".",
		matrix: ";"
	}[n.style] || "&", a = [];
	for (let r of t) n.style === "simple" || n.style === "label" ? a.push(n.allowReserved === !0 ? r : encodeURIComponent(r)) : a.push(i(e, r, n));
	return n.style === "label" || n.style === "matrix" ? `${r}${a.join(r)}` : a.join(r);
}
function s(e) {
	return function(t) {
		let n = [];
		if (t && typeof t == "object") for (let r in t) {
			let s = t[r];
			if (s != null) {
				if (Array.isArray(s)) {
					if (s.length === 0) continue;
					n.push(o(r, s, {
						style: "form",
						explode: !0,
						...e?.array,
						allowReserved: e?.allowReserved || !1
					}));
				} else typeof s == "object" ? n.push(a(r, s, {
					style: "deepObject",
					explode: !0,
					...e?.object,
					allowReserved: e?.allowReserved || !1
				})) : n.push(i(r, s, e));
			}
		}
		return n.join("&");
	};
}
function c(t, n) {
	let r = t;
	for (let s of t.match(e) ?? []) {
		let e = s.substring(1, s.length - 1), t = !1, c = "simple";
		if (e.endsWith("*") && (t = !0, e = e.substring(0, e.length - 1)), e.startsWith(".") ? (c = "label", e = e.substring(1)) : e.startsWith(";") && (c = "matrix", e = e.substring(1)), !n || n[e] === void 0 || n[e] === null) continue;
		let l = n[e];
		r = Array.isArray(l) ? r.replace(s, o(e, l, {
			style: c,
			explode: t
		})) : typeof l == "object" ? r.replace(s, a(e, l, {
			style: c,
			explode: t
		})) : c === "matrix" ? r.replace(s, `;${i(e, l)}`) : r.replace(s, c === "label" ? `.${encodeURIComponent(l)}` : encodeURIComponent(l));
	}
	return r;
}
function l(e, t) {
	return e instanceof FormData ? e : t && (t.get instanceof Function ? t.get("Content-Type") ?? t.get("content-type") : t["Content-Type"] ?? t["content-type"]) === "application/x-www-form-urlencoded" ? new URLSearchParams(e).toString() : JSON.stringify(e);
}
function u(e, t) {
	let n = `${t.baseUrl}${e}`;
	t.params?.path && (n = t.pathSerializer(n, t.params.path));
	let r = t.querySerializer(t.params.query ?? {});
	return r.startsWith("?") && (r = r.substring(1)), r && (n += `?${r}`), n;
}
function d(...e) {
	let t = new Headers();
	for (let n of e) {
		if (!n || typeof n != "object") continue;
		let e = n instanceof Headers ? n.entries() : Object.entries(n);
		for (let [n, r] of e) if (r === null) t.delete(n);
		else if (Array.isArray(r)) for (let e of r) t.append(n, e);
		else r !== void 0 && t.set(n, r);
	}
	return t;
}
function f(e) {
	return e.endsWith("/") ? e.substring(0, e.length - 1) : e;
}
// src/api/client.ts
var p = class extends Error {
	constructor(e, t, n, r = {}) {
		super(n), this.status = e, this.code = t, this.details = r;
	}
	get fields() {
		return this.details.fields ?? [];
	}
};
function m(e) {
	let { fetch: t = globalThis.fetch, getToken: n } = e, i = r({
		baseUrl: e.baseUrl,
		fetch: (e) => t(e),
		querySerializer: { array: {
			style: "form",
			explode: !1
		} }
	});
	return i.use({
		async onRequest({ request: e }) {
			let t = await n?.();
			return t && e.headers.set("Authorization", `Bearer ${t}`), e;
		},
		onError({ error: e }) {
			return new p(0, "NO_ANSWER", e instanceof Error ? e.message : String(e));
		}
	}), i;
}
async function h(e) {
	let { data: t, error: n, response: r } = await e;
	if (t !== void 0) return t.data;
	let { code: i, message: a, details: o } = n?.error ?? {};
	throw new p(r.status, i ?? "NO_ENVELOPE", a ?? r.statusText, o ?? {});
}
// src/api/delta.ts
function g(e, t) {
	if (Array.isArray(e) && Array.isArray(t) && e.length === t.length) return e.map((e, n) => g(e, t[n]));
	if (!_(e) || !_(t)) return t;
	let n = { ...e };
	for (let r in t) {
		let i = t[r];
		n[r] = typeof i == "object" ? g(e[r], i) : i;
	}
	return n;
}
function _(e) {
	return typeof e == "object" && !!e && !Array.isArray(e);
}
// src/api/live.ts
var v = {
	every: 1,
	delta: !0
}, y = 1e3, b = 3e4, x = 45e3, S = 5e3, C = 1e4, w = class {
	#e;
	#t;
	#n;
	#r;
	#i;
	#a;
	#o;
	constructor(e) {
		this.options = e, this.connection = {
			state: "connecting",
			lastData: null,
			nextTry: null,
			attempt: 0,
			issue: null
		}, this.#e = null, this.#n = 0, this.#i = !1, this.#a = null, this.#o = () => {
			globalThis.document?.visibilityState !== "hidden" && this.connection.nextTry !== null && this.tryNow();
		};
	}
	start() {
		globalThis.addEventListener?.("online", this.#o), globalThis.document?.addEventListener("visibilitychange", this.#o), this.#r = setInterval(() => this.#c(), 5e3), this.#s();
	}
	end() {
		this.#i = !0, globalThis.removeEventListener?.("online", this.#o), globalThis.document?.removeEventListener("visibilitychange", this.#o), clearTimeout(this.#t), clearInterval(this.#r), this.#e?.close();
	}
	tryNow() {
		clearTimeout(this.#t), this.#s();
	}
	async #s() {
		this.#l();
		let e;
		try {
			let t = await this.options.getToken?.();
			e = t ? ["mining.v1", `mining.key.${t}`] : [];
		} catch {
			e = [];
		}
		if (this.#i) return;
		let t = !1, n = this.#e = new WebSocket(this.options.eventsUrl, e);
		n.onopen = () => n.send(JSON.stringify(this.options.request ?? v)), n.onmessage = ({ data: e }) => {
			this.#e === n && (t = !0, this.#a = null, this.#n = Date.now(), this.#d({
				state: "live",
				lastData: this.#n,
				nextTry: null,
				attempt: 0,
				issue: null
			}), this.options.heard(JSON.parse(e)));
		}, n.onclose = () => {
			this.#e !== n || this.#i || this.#u(t);
		}, this.#n = Date.now();
	}
	#c() {
		this.#e && Date.now() - this.#n > x && this.#s();
	}
	#l() {
		let e = this.#e;
		this.#e = null, e?.close();
	}
	async #u(e) {
		this.#a ??= Date.now();
		let t = e ? 1 : this.connection.attempt + 1, n = Math.min(y * 2 ** (t - 1), b), r, i = null, a = n;
		try {
			let t = await h(this.options.http.GET("/miners", { params: { query: { limit: 1e3 } } })), i = {
				type: "snapshot",
				seq: 0,
				timestamp: (/* @__PURE__ */ new Date()).toISOString(),
				data: { miners: t.items }
			};
			this.options.heard(i), r = e ? "reconnecting" : "polling", this.connection = {
				...this.connection,
				lastData: Date.now()
			}, a = e ? n : S;
		} catch (e) {
			let t = e instanceof p && (e.status === 401 || e.status === 403);
			t && (i = e);
			let n = Date.now() - this.#a < C && this.connection.lastData !== null;
			r = t ? "unauthorized" : n ? "reconnecting" : "offline";
		}
		this.#i || (this.#d({
			state: r,
			nextTry: Date.now() + a,
			attempt: t,
			issue: i
		}), this.#t = setTimeout(() => void this.#s(), a));
	}
	#d(e) {
		let t = this.connection;
		this.connection = {
			...t,
			...e
		};
		let n = (e) => e === null ? null : Math.floor(e / 1e3);
		(t.state !== this.connection.state || t.nextTry !== this.connection.nextTry || t.attempt !== this.connection.attempt || n(t.lastData) !== n(this.connection.lastData)) && this.options.changed?.(this.connection);
	}
};
export { p as ApiError, w as Live, h as asked, m as connect, g as patched };
