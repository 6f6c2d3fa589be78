// Made by "npm run -s api:client" of a description with sha256 3a5ebf8d38db59f6feb2cac61aa771ce3cd9763b6aa4eb14d1107b3c0fdef035: never edited by hand.
export interface paths {
    "/v1/campaigns/{id}/mappings/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which columns of a file are which fields
         * @description The body is a file, or its beginning, of up to 4 MB. Names and cells of its first 500 rows are looked at: each field of the campaign gets a column, how sure that is, and why. Nothing is stored: keep it with `PUT /v1/campaigns/{id}/mappings/{source}`.
         *
         *     Scope: `campaigns:read`
         */
        post: operations["proposeMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/packets/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which columns of a packet's file are which fields
         * @description For a packet that failed because columns are missing, or before it is loaded: the same proposal, from the file that is here. Keep it for its `source`, then run the stage `loaded` again.
         *
         *     Scope: `packets:read`
         */
        get: operations["proposePacketMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The columns that are kept for a campaign
         * @description One mapping for each source of files that has names of its own, by source. Up to 50.
         *
         *     Scope: `campaigns:read`
         */
        get: operations["listMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/mappings/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The columns that are kept for one source
         * @description Scope: `campaigns:read`
         */
        get: operations["getMapping"];
        /**
         * Keep the columns of a source for a campaign
         * @description Files of this source are read by these columns from now on; fields that are not named keep the column that the campaign names. Rows that were loaded stay as they are. With `If-Match` nobody else's change is overwritten.
         *
         *     Scope: `campaigns:write`
         */
        put: operations["putMapping"];
        post?: never;
        /**
         * Keep no columns for a source any more
         * @description Its files are read by the campaign's own names again.
         *
         *     Scope: `campaigns:write`
         */
        delete: operations["removeMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        MappingProposal: {
            /** @enum {string} */
            object: "mapping_proposal";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            campaign: string;
            source: string;
            /** @description in the order of the file */
            columns: components["schemas"]["ProposedColumn"][];
            fields: components["schemas"]["ProposedField"][];
            /** @description fields that the campaign wants and no column was found for */
            missing: string[];
            /** @description fields of the campaign for which somebody has to say the column */
            unsure: string[];
            /** @description what of it is sure, and differs from the names that the campaign has itself: add what is unsure, and PUT it as `fields` */
            mapping: {
                [key: string]: string;
            };
            /** @description what is kept for this source now */
            kept?: {
                [key: string]: string;
            };
        };
        ProposedColumn: {
            column: string;
            /** @description from the left, the first is 1 */
            place: number;
            /** @enum {string} */
            looks_like: "phone" | "email" | "date" | "birthday" | "time" | "doctor" | "language" | "whole name" | "first name" | "id" | "number" | "text" | "empty";
            /** @description of its filled cells look so */
            share: number;
            samples: string[];
        };
        ProposedField: {
            field: string;
            column: string;
            /** @description below 0.5 somebody should look */
            confidence: number;
            why: string;
            samples: string[];
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
        MappingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Mapping"][];
            has_more: boolean;
            url: string;
        };
        Mapping: {
            /** @enum {string} */
            object: "mapping";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            campaign: string;
            source: string;
            fields: {
                [key: string]: string;
            };
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
    proposeMapping: {
        parameters: {
            query?: {
                /** @description A system that files come from; `drop` for files without a source, `contacts` for lists that are kept */
                source?: string;
                /** @description Of the file: a hint of its kind */
                name?: string;
            };
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": Blob | Uint8Array<ArrayBuffer>;
                "text/plain": Blob | Uint8Array<ArrayBuffer>;
                "text/tab-separated-values": Blob | Uint8Array<ArrayBuffer>;
                "application/json": Blob | Uint8Array<ArrayBuffer>;
                "application/x-ndjson": Blob | Uint8Array<ArrayBuffer>;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob | Uint8Array<ArrayBuffer>;
                "application/vnd.ms-excel": Blob | Uint8Array<ArrayBuffer>;
                "application/vnd.oasis.opendocument.spreadsheet": Blob | Uint8Array<ArrayBuffer>;
                "application/octet-stream": Blob | Uint8Array<ArrayBuffer>;
            };
        };
        responses: {
            /** @description The proposal */
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
                     *       "object": "mapping_proposal",
                     *       "campaign": "cmp_reminder",
                     *       "source": "eaglesoft",
                     *       "columns": [
                     *         {
                     *           "column": "Cell Phone",
                     *           "place": 3,
                     *           "looks_like": "phone",
                     *           "share": 1,
                     *           "samples": [
                     *             "208-555-0123"
                     *           ]
                     *         },
                     *         {
                     *           "column": "Pt First",
                     *           "place": 1,
                     *           "looks_like": "first name",
                     *           "share": 0.98,
                     *           "samples": [
                     *             "Ana"
                     *           ]
                     *         }
                     *       ],
                     *       "fields": [
                     *         {
                     *           "field": "phone",
                     *           "column": "Cell Phone",
                     *           "confidence": 0.99,
                     *           "why": "its name says so, and its cells are phones",
                     *           "samples": [
                     *             "208-555-0123"
                     *           ]
                     *         }
                     *       ],
                     *       "missing": [
                     *         "practitioner"
                     *       ],
                     *       "unsure": [
                     *         "practitioner"
                     *       ],
                     *       "mapping": {
                     *         "phone": "Cell Phone",
                     *         "firstName": "Pt First"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MappingProposal"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `idempotency_key_invalid`: The Idempotency-Key can not be used; `body_missing`: The body is missing; `file_binary`: The file can't be read; `file_damaged`: The file is damaged; `file_locked`: The file is locked; `file_packed_twice`: The file is packed twice; `archive_empty`: There is no file in the archive; `file_empty`: The file is empty; `header_unreadable`: The header can't be read */
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
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `brand_limited`: Not for somebody of some brands */
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
            /** @description `campaign_unknown`: There is no such campaign */
            404: {
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
            /** @description `body_too_large`: The body is too large; `file_too_large`: The file is too large; `sheet_too_large`: The spreadsheet is too large */
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
    proposePacketMapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a packet's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposal */
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
                     *       "object": "mapping_proposal",
                     *       "campaign": "cmp_reminder",
                     *       "source": "eaglesoft",
                     *       "columns": [
                     *         {
                     *           "column": "Cell Phone",
                     *           "place": 3,
                     *           "looks_like": "phone",
                     *           "share": 1,
                     *           "samples": [
                     *             "208-555-0123"
                     *           ]
                     *         },
                     *         {
                     *           "column": "Pt First",
                     *           "place": 1,
                     *           "looks_like": "first name",
                     *           "share": 0.98,
                     *           "samples": [
                     *             "Ana"
                     *           ]
                     *         }
                     *       ],
                     *       "fields": [
                     *         {
                     *           "field": "phone",
                     *           "column": "Cell Phone",
                     *           "confidence": 0.99,
                     *           "why": "its name says so, and its cells are phones",
                     *           "samples": [
                     *             "208-555-0123"
                     *           ]
                     *         }
                     *       ],
                     *       "missing": [
                     *         "practitioner"
                     *       ],
                     *       "unsure": [
                     *         "practitioner"
                     *       ],
                     *       "mapping": {
                     *         "phone": "Cell Phone",
                     *         "firstName": "Pt First"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MappingProposal"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `file_binary`: The file can't be read; `file_damaged`: The file is damaged; `file_locked`: The file is locked; `file_packed_twice`: The file is packed twice; `archive_empty`: There is no file in the archive; `file_empty`: The file is empty; `header_unreadable`: The header can't be read */
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
            /** @description `packet_unknown`: There is no such packet */
            404: {
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
            /** @description `packet_without_file`: The packet has no file */
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
            /** @description `file_too_large`: The file is too large; `sheet_too_large`: The spreadsheet is too large */
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
    listMappings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mappings */
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
                     *           "object": "mapping",
                     *           "campaign": "cmp_reminder",
                     *           "source": "eaglesoft",
                     *           "fields": {
                     *             "phone": "Cell Phone",
                     *             "firstName": "Pt First"
                     *           }
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/campaigns/cmp_reminder/mappings"
                     *     }
                     */
                    "application/json": components["schemas"]["MappingList"];
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
            /** @description `campaign_unknown`: There is no such campaign */
            404: {
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
    getMapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
                /** @description A system that files come from; `drop` for files without a source, `contacts` for lists that are kept */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mapping */
            200: {
                headers: {
                    /** @description of what is kept, for If-Match */
                    ETag?: string;
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
                     *       "object": "mapping",
                     *       "campaign": "cmp_reminder",
                     *       "source": "eaglesoft",
                     *       "fields": {
                     *         "phone": "Cell Phone",
                     *         "firstName": "Pt First"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Mapping"];
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
            /** @description `campaign_unknown`: There is no such campaign; `mapping_unknown`: No columns are kept for this source */
            404: {
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
    putMapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
                /** @description A system that files come from; `drop` for files without a source, `contacts` for lists that are kept */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fields": {
                 *         "phone": "Cell Phone",
                 *         "firstName": "Pt First"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description field → column of the files, by the name in their first line
                     * @example {
                     *       "phone": "Cell Phone",
                     *       "firstName": "Pt First"
                     *     }
                     */
                    fields: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description The mapping */
            200: {
                headers: {
                    /** @description of what is kept, for If-Match */
                    ETag?: string;
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
                     *       "object": "mapping",
                     *       "campaign": "cmp_reminder",
                     *       "source": "eaglesoft",
                     *       "fields": {
                     *         "phone": "Cell Phone",
                     *         "firstName": "Pt First"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Mapping"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing */
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
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `brand_limited`: Not for somebody of some brands */
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
            /** @description `campaign_unknown`: There is no such campaign */
            404: {
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
            /** @description `campaign_archived`: The campaign is archived; `too_many_sources`: The campaign has mappings of 50 sources; `busy`: Somebody else was faster */
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
            /** @description `version_moved`: It has changed since you read it */
            412: {
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
    removeMapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
                /** @description A system that files come from; `drop` for files without a source, `contacts` for lists that are kept */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is kept */
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
                     *       "object": "mapping",
                     *       "campaign": "cmp_reminder",
                     *       "source": "eaglesoft",
                     *       "fields": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Mapping"];
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
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `brand_limited`: Not for somebody of some brands */
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
            /** @description `campaign_unknown`: There is no such campaign; `mapping_unknown`: No columns are kept for this source */
            404: {
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
            /** @description `campaign_archived`: The campaign is archived; `busy`: Somebody else was faster */
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
            /** @description `version_moved`: It has changed since you read it */
            412: {
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
}
