// Made by "npm run -s api:client" of a description with sha256 4dc6de0b8d70dcbd58a75de28cd17b1c30755abc4628c0584ea7542c2f7f9b29: never edited by hand.
export interface paths {
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, and who looked at people
         * @description What a change did stands in the events of the same request. Entries show here when the reports have them, seconds later.
         *
         *     Scope: `audit:read`
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log as a file
         * @description CSV, safe to open in a spreadsheet. Up to 20,000 rows: the header Link leads to the rest.
         *
         *     Scope: `audit:read`
         */
        get: operations["exportAuditEntries"];
        put?: never;
        post?: never;
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
        AuditEntryList: {
            /** @enum {string} */
            object: "list";
            /** @description The newest first, unless the list says otherwise */
            data: components["schemas"]["AuditEntry"][];
            /** @description whether there are more in the direction that was asked for */
            has_more: boolean;
            url: string;
        };
        AuditEntry: {
            /** @enum {string} */
            object: "audit_entry";
            id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description `look`: people were shown, and nothing was changed; `refusal`: somebody asked for what he may not, or could not sign in
             * @enum {string}
             */
            kind: "change" | "look" | "refusal";
            /** @description the id of the user, of the key, or of the access by which the platform's staff was let in, or `command line`; of a refused sign-in the user whose address it was */
            by: string;
            /** @description who sat at the command line, as his machine knows him; or who of the platform's staff it was */
            operator?: string;
            /** @description what the platform's staff was let in for */
            reason?: string;
            /** @description its operationId; of the command line `carillon …` */
            operation: string;
            /** @description ids that stood in the path; what is no id of ours (a phone, an id of your own) stands as a fingerprint, "#…": look for it with `resource` */
            resources: string[];
            /** @description as it was answered */
            status: number;
            /** @description why it was refused */
            code?: string;
            /** @description what the change has changed, field by field, as JSON before and after (up to 40 fields of 2,000 letters each); a field that is left out was not there. Never of people, and no secrets */
            changes?: components["schemas"]["AuditedChange"][];
            /** @description how many a list showed */
            shown?: number;
            request_id: string;
            /** @description of the events of a request with an Idempotency-Key: the same for each of its repetitions */
            cause?: string;
            /** @description where from, as it was said */
            address?: string;
            user_agent?: string;
        };
        AuditedChange: {
            field: string;
            before?: string;
            after?: string;
        };
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description How many, 1 to 100 */
                limit?: number;
                /** @description By this user or key alone */
                who?: string;
                /** @description `look`: people were shown, and nothing was changed; `refusal`: somebody asked for what he may not, or could not sign in */
                kind?: "change" | "look" | "refusal";
                /** @description Of this operation alone, by its operationId */
                operation?: string;
                /** @description At this thing alone, by the id that stands in its path */
                resource?: string;
                /** @description From this moment on */
                since?: string;
                /** @description Up to this moment, which is left out */
                until?: string;
                /** @description The last id of the page before this one */
                starting_after?: string;
            };
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
            /** @description A page of them */
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
                     *       "object": "list",
                     *       "data": [
                     *         {
                     *           "object": "audit_entry",
                     *           "id": "aud_WyIyMDI2LTExLTI5IDE3OjA0OjAwLjAwMCIsInJlcV9hLm5vdGVkLjAiXQ",
                     *           "at": "2026-11-29T17:04:00.000Z",
                     *           "kind": "look",
                     *           "by": "usr_h7k2m9qxw3",
                     *           "operation": "getMessage",
                     *           "resources": [
                     *             "msg_h7k2m9qxw3np-0-1-sms-0"
                     *           ],
                     *           "status": 200,
                     *           "request_id": "req_h7k2m9qxw3np",
                     *           "address": "192.0.2.9"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/audit"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEntryList"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `cursor_unknown`: There is no such page; `version_unknown`: There is no such version */
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
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `brand_limited`: Not for somebody of some brands */
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
            /** @description `reports_away`: The reports do not answer */
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
    exportAuditEntries: {
        parameters: {
            query?: {
                /** @description By this user or key alone */
                who?: string;
                /** @description `look`: people were shown, and nothing was changed; `refusal`: somebody asked for what he may not, or could not sign in */
                kind?: "change" | "look" | "refusal";
                /** @description Of this operation alone, by its operationId */
                operation?: string;
                /** @description At this thing alone, by the id that stands in its path */
                resource?: string;
                /** @description From this moment on */
                since?: string;
                /** @description Up to this moment, which is left out */
                until?: string;
                /** @description The last id of the page before this one */
                starting_after?: string;
            };
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
            /** @description The file */
            200: {
                headers: {
                    /** @description the name of the file */
                    "Content-Disposition"?: string;
                    /** @description rel="next": the rest, where there is some */
                    Link?: string;
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
                    "text/csv": Blob | Uint8Array<ArrayBuffer>;
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `cursor_unknown`: There is no such page; `version_unknown`: There is no such version */
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
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `brand_limited`: Not for somebody of some brands */
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
            /** @description `reports_away`: The reports do not answer */
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
