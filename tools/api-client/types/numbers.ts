// Made by "npm run -s api:client" of a description with sha256 3915e7225632f70085c6e402115080b1917f7855da6dff4af5f0cc2454eca395: never edited by hand.
export interface paths {
    "/v1/numbers/available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers that can be had
         * @description Of the United States, as the provider has them now. Nobody holds them for you.
         *
         *     Scope: `numbers:read`
         */
        get: operations["searchNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/buy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy a number
         * @description **Costs a fee each month** until it is released: about 1.15 dollars for a local number by list prices, as your provider says. 202 while the provider has not answered; whoever asks again buys no second one.
         *
         *     Scope: `numbers:manage`
         */
        post: operations["buyNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers that the company bought, or said that it has
         * @description Their pace stands in /v1/senders.
         *
         *     Scope: `numbers:read`
         */
        get: operations["listNumbers"];
        put?: never;
        /**
         * Say that the company has a number already
         * @description Costs nothing: the number is at the provider. Numbers that were registered elsewhere name their registration.
         *
         *     Scope: `numbers:manage`
         */
        post: operations["addNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One number, and how it stands
         * @description Scope: `numbers:read`
         */
        get: operations["getNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{number}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a number under an approved registration
         * @description Carriers take minutes to days: 202 meanwhile.
         *
         *     Scope: `numbers:manage`
         */
        post: operations["assignNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{number}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the provider now how a number stands
         * @description Scope: `numbers:write`
         */
        post: operations["lookAtNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{number}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send nothing by a number to the United States until it is resumed
         * @description What waits keeps its place.
         *
         *     Scope: `numbers:write`
         */
        post: operations["suspendNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{number}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a number send again that was suspended
         * @description Scope: `numbers:manage`
         */
        post: operations["resumeNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/numbers/{number}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a number back
         * @description Nothing goes out by it from now on, its fee ends, and somebody else may have it. This can not be taken back.
         *
         *     Scope: `numbers:manage`
         */
        post: operations["releaseNumber"];
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
        AvailableNumberList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["AvailableNumber"][];
            /** @enum {boolean} */
            has_more: false;
            url: string;
        };
        AvailableNumber: {
            /** @enum {string} */
            object: "available_number";
            id: string;
            place?: string;
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
        Number: {
            /** @enum {string} */
            object: "number";
            /** @description E.164 */
            id: string;
            /** @enum {string} */
            status: "buying" | "owned" | "assigning" | "assigned" | "releasing" | "released";
            /**
             * @description a registration's id
             * @example reg_reminders
             */
            registration: string | null;
            /** @description of a toll-free number */
            verification?: string;
            suspended: {
                by: string;
                reason?: string;
            } | null;
            /** @description why it was refused, in words */
            reasons: string[];
        };
        Work: {
            /** @enum {string} */
            object: "work";
            id: string;
            /** @enum {string} */
            status: "accepted" | "working" | "done" | "failed";
            /**
             * Format: uri
             * @description GET it to see how far the work is
             */
            status_url: string;
        };
        NumberList: {
            /** @enum {string} */
            object: "list";
            /** @description The newest first, unless the list says otherwise */
            data: components["schemas"]["Number"][];
            /** @description whether there are more in the direction that was asked for */
            has_more: boolean;
            url: string;
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
    searchNumbers: {
        parameters: {
            query?: {
                area_code?: string;
                contains?: string;
                /** @description Through which; left out: the company's own */
                provider?: "twilio" | "telnyx";
                limit?: number;
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
            /** @description Some of them */
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
                     *           "object": "available_number",
                     *           "id": "+12085550177",
                     *           "place": "Boise"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/numbers/available"
                     *     }
                     */
                    "application/json": components["schemas"]["AvailableNumberList"];
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
            /** @description `registrar_unknown`: Nobody registers here */
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
            /** @description `registrar_silent`: The provider did not answer */
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
    buyNumber: {
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
                 *       "number": "+12085550199"
                 *     }
                 */
                "application/json": {
                    /** @example +12085550199 */
                    number: string;
                    /**
                     * @description Through which; left out: the company's own
                     * @enum {string}
                     */
                    provider?: "twilio" | "telnyx";
                };
            };
        };
        responses: {
            /** @description What became of it */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "owned",
                     *       "registration": null,
                     *       "suspended": null,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
                };
            };
            /** @description Accepted: it is being worked on, `status_url` (also the header Location) shows how far it is */
            202: {
                headers: {
                    /** @description where to see how far it is */
                    Location?: string;
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
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `idempotency_key_missing`: An Idempotency-Key is missing */
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
            /** @description `request_in_flight`: The same request is being worked on; `number_taken`: The number is taken; `submission_under_way`: It is being handed in; `registrar_unknown`: Nobody registers here */
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
            /** @description `registrar_silent`: The provider did not answer */
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
    listNumbers: {
        parameters: {
            query?: {
                /** @description How many, 1 to 100 */
                limit?: number;
                /** @description The last id of the page before this one */
                starting_after?: string;
                /** @description The first id of the page behind this one */
                ending_before?: string;
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
                     *           "object": "number",
                     *           "id": "+12085550199",
                     *           "status": "owned",
                     *           "registration": null,
                     *           "suspended": null,
                     *           "reasons": []
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/numbers"
                     *     }
                     */
                    "application/json": components["schemas"]["NumberList"];
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
        };
    };
    addNumber: {
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
                 *       "number": "+12085550199"
                 *     }
                 */
                "application/json": {
                    /** @example +12085550199 */
                    number: string;
                    /**
                     * @description Through which; left out: the company's own
                     * @enum {string}
                     */
                    provider?: "twilio" | "telnyx";
                    /**
                     * @description The registry's id of the registration that it is under, where that was made elsewhere
                     * @example CABC123
                     */
                    registered_as?: string;
                };
            };
        };
        responses: {
            /** @description The number */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "owned",
                     *       "registration": null,
                     *       "suspended": null,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
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
            /** @description `request_in_flight`: The same request is being worked on; `number_taken`: The number is taken; `number_registered`: It is under a registration; `number_not_bought`: It is being bought; `number_released`: It is being given back; `registrar_unknown`: Nobody registers here */
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
    getNumber: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a number in E.164; its + is written %2B in an address */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "owned",
                     *       "registration": null,
                     *       "suspended": null,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
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
            /** @description `number_unknown`: There is no such number */
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
    assignNumber: {
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
            path: {
                /** @description a number in E.164; its + is written %2B in an address */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "registration": "reg_reminders"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description a registration's id
                     * @example reg_reminders
                     */
                    registration: string;
                };
            };
        };
        responses: {
            /** @description As it stands now */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "assigned",
                     *       "registration": "reg_reminders",
                     *       "suspended": null,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
                };
            };
            /** @description Accepted: it is being worked on, `status_url` (also the header Location) shows how far it is */
            202: {
                headers: {
                    /** @description where to see how far it is */
                    Location?: string;
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
                    "application/json": components["schemas"]["Work"];
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
            /** @description `number_unknown`: There is no such number; `registration_unknown`: There is no such registration */
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
            /** @description `request_in_flight`: The same request is being worked on; `number_needs_none`: It can have no registration; `number_not_bought`: It is being bought; `number_released`: It is being given back; `registration_not_approved`: The registration is not approved; `registrar_unknown`: Nobody registers here */
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
            /** @description `registrar_silent`: The provider did not answer */
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
    lookAtNumber: {
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
            path: {
                /** @description a number in E.164; its + is written %2B in an address */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "owned",
                     *       "registration": null,
                     *       "suspended": null,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
                };
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
            /** @description `number_unknown`: There is no such number */
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
            /** @description `request_in_flight`: The same request is being worked on; `registrar_unknown`: Nobody registers here */
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
            /** @description `registrar_silent`: The provider did not answer */
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
    suspendNumber: {
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
            path: {
                /** @description a number in E.164; its + is written %2B in an address */
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Complaints"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description As it stands now */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "owned",
                     *       "registration": null,
                     *       "suspended": {
                     *         "by": "key_h7k2m9qxw3np",
                     *         "reason": "Complaints"
                     *       },
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
                };
            };
            /** @description Accepted: it is being worked on, `status_url` (also the header Location) shows how far it is */
            202: {
                headers: {
                    /** @description where to see how far it is */
                    Location?: string;
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
                    "application/json": components["schemas"]["Work"];
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
            /** @description `number_unknown`: There is no such number */
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
            /** @description `request_in_flight`: The same request is being worked on; `number_not_bought`: It is being bought; `number_released`: It is being given back */
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
    resumeNumber: {
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
            path: {
                /** @description a number in E.164; its + is written %2B in an address */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands now */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "owned",
                     *       "registration": null,
                     *       "suspended": null,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
                };
            };
            /** @description Accepted: it is being worked on, `status_url` (also the header Location) shows how far it is */
            202: {
                headers: {
                    /** @description where to see how far it is */
                    Location?: string;
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
                    "application/json": components["schemas"]["Work"];
                };
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
            /** @description `number_unknown`: There is no such number */
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
            /** @description `request_in_flight`: The same request is being worked on; `number_not_bought`: It is being bought; `number_released`: It is being given back */
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
    releaseNumber: {
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
            path: {
                /** @description a number in E.164; its + is written %2B in an address */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands now */
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
                     *       "object": "number",
                     *       "id": "+12085550199",
                     *       "status": "released",
                     *       "registration": null,
                     *       "suspended": null,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["Number"];
                };
            };
            /** @description Accepted: it is being worked on, `status_url` (also the header Location) shows how far it is */
            202: {
                headers: {
                    /** @description where to see how far it is */
                    Location?: string;
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
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `idempotency_key_invalid`: The Idempotency-Key can not be used; `idempotency_key_missing`: An Idempotency-Key is missing */
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
            /** @description `number_unknown`: There is no such number */
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
            /** @description `request_in_flight`: The same request is being worked on; `number_not_bought`: It is being bought; `registrar_unknown`: Nobody registers here */
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
            /** @description `registrar_silent`: The provider did not answer */
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
