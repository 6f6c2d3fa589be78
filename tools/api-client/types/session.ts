// Made by "npm run -s api:client" of a description with sha256 5a4e7195c85b9895db84ba9ff56db03745a94841ab64f5e95909bc9adf09ed4d: never edited by hand.
export interface paths {
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and the token for changes
         * @description Scope: `session:read`
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Sets a cookie that no script reads. Whoever has an authenticator is answered `code_missing` first, and sends the same again with a `code`. The session ends after two hours without a request, and after twelve in any case.
         *
         *     Needs neither key nor session.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Scope: `session:write`
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/end_all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere
         * @description All sessions of the user end, this one too; elsewhere within five seconds.
         *
         *     Scope: `session:write`
         */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take another password
         * @description All sessions of the user end, this one too: sign in with the new one.
         *
         *     Scope: `session:write`
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin with an authenticator
         * @description Show `uri` as a QR code; the secret is shown this once. It counts from the first code on.
         *
         *     Scope: `session:write`
         */
        post: operations["beginAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/authenticator/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the authenticator with a code
         * @description From then on a code is asked for. The ten recovery codes are shown this once; each works once.
         *
         *     Scope: `session:write`
         */
        post: operations["confirmAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/authenticator/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do without the authenticator
         * @description All sessions of the user end, this one too.
         *
         *     Scope: `session:write`
         */
        post: operations["removeAuthenticator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password_resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password by e-mail
         * @description The answer is the same whether or not anybody signs in with the address. The link in the mail works once, within an hour.
         *
         *     Needs neither key nor session.
         */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password_resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password, with the link of a mail
         * @description All sessions of the user end. Sign in with it afterwards.
         *
         *     Needs neither key nor session.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            /** @enum {string} */
            object: "session";
            company: string;
            user: components["schemas"]["User"];
            scopes: string[];
            /** @description to be sent as X-CSRF-Token with whatever changes something */
            csrf_token: string;
        };
        User: {
            /** @enum {string} */
            object: "user";
            id: string;
            /** @description null when the user was forgotten */
            email: string | null;
            name: string | null;
            role: components["schemas"]["Role"];
            /** @description null: all of them */
            brands: string[] | null;
            /** @enum {string} */
            status: "invited" | "active" | "removed";
            has_authenticator: boolean;
            /** Format: date-time */
            invited_at: string;
            /** Format: date-time */
            invitation_expires_at?: string;
            /** Format: date-time */
            accepted_at?: string;
            /** Format: date-time */
            removed_at?: string;
        };
        /** @enum {string} */
        Role: "owner" | "admin" | "manager" | "sender" | "viewer";
        Problem: {
            /** @description a URL that says more */
            type: string;
            title: string;
            status: number;
            /** @description what to do next, for people; may change */
            detail: string;
            instance: string;
            /** @description stable: for programs */
            code: string;
            errors?: {
                pointer: string;
                code: string;
                detail: string;
                /** @description of a template */
                line?: number;
                column?: number;
            }[];
            request_id: string;
            doc_url: string;
        };
        NewAuthenticator: {
            /** @enum {string} */
            object: "authenticator";
            secret: string;
            uri: string;
        };
        RecoveryCodes: {
            /** @enum {string} */
            object: "recovery_codes";
            codes: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "session",
                     *       "company": "co_hillside",
                     *       "user": {
                     *         "object": "user",
                     *         "id": "usr_h7k2m9qxw3np",
                     *         "email": "bo@hillside.example",
                     *         "name": "Bo Reyes",
                     *         "role": "manager",
                     *         "brands": null,
                     *         "status": "active",
                     *         "has_authenticator": false,
                     *         "invited_at": "2026-11-20T10:00:00.000Z",
                     *         "accepted_at": "2026-11-20T10:05:00.000Z"
                     *       },
                     *       "scopes": [
                     *         "*:read",
                     *         "*:write",
                     *         "*:send"
                     *       ],
                     *       "csrf_token": "mJ3v0cYb…"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `session_needed`: This is for people */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bo@hillside.example",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: email
                     * @example bo@hillside.example
                     */
                    email: string;
                    /** @example correct horse battery staple */
                    password: string;
                    /**
                     * @description of the authenticator, or a recovery code
                     * @example 123456
                     */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description The session */
            200: {
                headers: {
                    /** @description the session */
                    "Set-Cookie"?: string;
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "session",
                     *       "company": "co_hillside",
                     *       "user": {
                     *         "object": "user",
                     *         "id": "usr_h7k2m9qxw3np",
                     *         "email": "bo@hillside.example",
                     *         "name": "Bo Reyes",
                     *         "role": "manager",
                     *         "brands": null,
                     *         "status": "active",
                     *         "has_authenticator": false,
                     *         "invited_at": "2026-11-20T10:00:00.000Z",
                     *         "accepted_at": "2026-11-20T10:05:00.000Z"
                     *       },
                     *       "scopes": [
                     *         "*:read",
                     *         "*:write",
                     *         "*:send"
                     *       ],
                     *       "csrf_token": "mJ3v0cYb…"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `login_failed`: That did not work; `code_missing`: A code is needed */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `login_locked`: Too many tries */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `logins_many`: Many people sign in */
            503: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    /** @description takes the cookie away */
                    "Set-Cookie"?: string;
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `session_needed`: This is for people */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    /** @description takes the cookie away */
                    "Set-Cookie"?: string;
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `idempotency_key_invalid`: The Idempotency-Key can not be used */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `session_needed`: This is for people */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple",
                 *       "new_password": "four other words entirely"
                 *     }
                 */
                "application/json": {
                    /** @example correct horse battery staple */
                    password: string;
                    /** @example correct horse battery staple */
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    /** @description takes the cookie away */
                    "Set-Cookie"?: string;
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `password_weak`: That can not be done */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `session_needed`: This is for people; `password_wrong`: This password is wrong */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `login_locked`: Too many tries */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `logins_many`: Many people sign in */
            503: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginAuthenticator: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    /** @example correct horse battery staple */
                    password: string;
                };
            };
        };
        responses: {
            /** @description The secret */
            201: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "authenticator",
                     *       "secret": "KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD",
                     *       "uri": "otpauth://totp/Carillon:bo?issuer=Carillon&secret=KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD"
                     *     }
                     */
                    "application/json": components["schemas"]["NewAuthenticator"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `session_needed`: This is for people; `password_wrong`: This password is wrong */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on; `totp_there`: There is an authenticator */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `login_locked`: Too many tries */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `logins_many`: Many people sign in */
            503: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmAuthenticator: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    /** @example 123456 */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Recovery codes */
            200: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "recovery_codes",
                     *       "codes": [
                     *         "abcde-fghjk"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `code_wrong`: The code does not fit */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `session_needed`: This is for people */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on; `totp_not_begun`: Nothing to confirm */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAuthenticator: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    /** @example correct horse battery staple */
                    password: string;
                };
            };
        };
        responses: {
            /** @description It is done */
            204: {
                headers: {
                    /** @description takes the cookie away */
                    "Set-Cookie"?: string;
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `session_needed`: This is for people; `password_wrong`: This password is wrong */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `login_locked`: Too many tries */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `logins_many`: Many people sign in */
            503: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bo@hillside.example"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: email
                     * @example bo@hillside.example
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description If somebody signs in with it, a mail is on its way */
            202: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "q3Jc0rX1v8…",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    /** @example q3Jc0rX1v8… */
                    token: string;
                    /** @example correct horse battery staple */
                    password: string;
                };
            };
        };
        responses: {
            /** @description It is done: sign in */
            204: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `token_invalid`: That can not be done; `password_weak`: That can not be done */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `logins_many`: Many people sign in */
            503: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
