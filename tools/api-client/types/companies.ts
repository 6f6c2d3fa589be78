// Made by "npm run -s api:client" of a description with sha256 b7b00bad3767565d45c525d471d4086c56840b3c77d0a0832b5d495391dbe3ca: never edited by hand.
export interface paths {
    "/v1/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company of this key
         * @description `me` stands for the company that the key belongs to.
         *
         *     Scope: `companies:read`
         */
        get: operations["getCompany"];
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
        Company: {
            /** @enum {string} */
            object: "company";
            /**
             * @description a company's id
             * @example co_hillside
             */
            id: string;
            name: string;
            /** @description somebody has stopped everything that the company sends */
            halted: {
                by: string;
                reason?: string;
                /** Format: date-time */
                since: string;
            } | null;
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
    getCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a company's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The company */
            200: {
                headers: {
                    /** @description the state that was read */
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
                     *       "object": "company",
                     *       "id": "co_hillside",
                     *       "name": "Hillside Dental",
                     *       "halted": null
                     *     }
                     */
                    "application/json": components["schemas"]["Company"];
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
            /** @description `api_key_missing`: Who are you? */
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
            /** @description `scope_missing`: This key may not do that */
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
            /** @description `company_unknown`: There is no such company */
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
}
