// Made by "npm run -s api:client" of a description with sha256 2e5423e90b51d3602fb5d2047cf2fd9f93398a82adc49abd39343bc62a418317: never edited by hand.
export interface paths {
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened: the log, as webhooks tell it
         * @description In the order of the log: what happened to one message, reply or packet comes in its order, across them it may not. Keep `cursor`: with it the next request goes on, also later. A page may be short, even empty, while `has_more` is true.
         *
         *     Scope: `events:read`
         */
        get: operations["listEvents"];
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
        EventList: {
            /** @enum {string} */
            object: "list";
            /** @description Oldest first */
            data: components["schemas"]["LogEvent"][];
            has_more: boolean;
            /** @description where to go on */
            cursor: string;
        };
        LogEvent: {
            /** @description the same as in webhooks: what was told twice has one id */
            id: string;
            /** @enum {string} */
            type: "message.sent" | "message.delivered" | "message.read" | "message.undelivered" | "message.failed" | "message.expired" | "message.canceled" | "message.in_doubt" | "message.received" | "row.rejected" | "row.skipped" | "reply.unclear" | "appointment.confirmed" | "appointment.cancelled" | "appointment.reschedule_requested" | "contact.opted_out" | "contact.opted_in" | "packet.loaded" | "packet.failed" | "packet.held" | "campaign.approved" | "campaign.activated" | "campaign.fired" | "campaign.paused" | "campaign.resumed" | "campaign.archived" | "brand.approved" | "brand.rejected" | "brand.suspended" | "registration.approved" | "registration.rejected" | "registration.suspended" | "registration.expired" | "number.assigned" | "number.verified" | "number.suspended" | "number.resumed" | "number.released" | "company.halted" | "company.lifted" | "webhook_endpoint.disabled";
            /** Format: date-time */
            timestamp: string;
            data: {
                [key: string]: unknown;
            };
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
    listEvents: {
        parameters: {
            query?: {
                /** @description How many, 1 to 100 */
                limit?: number;
                /** @description Of this type alone */
                type?: "message.sent" | "message.delivered" | "message.read" | "message.undelivered" | "message.failed" | "message.expired" | "message.canceled" | "message.in_doubt" | "message.received" | "row.rejected" | "row.skipped" | "reply.unclear" | "appointment.confirmed" | "appointment.cancelled" | "appointment.reschedule_requested" | "contact.opted_out" | "contact.opted_in" | "packet.loaded" | "packet.failed" | "packet.held" | "campaign.approved" | "campaign.activated" | "campaign.fired" | "campaign.paused" | "campaign.resumed" | "campaign.archived" | "brand.approved" | "brand.rejected" | "brand.suspended" | "registration.approved" | "registration.rejected" | "registration.suspended" | "registration.expired" | "number.assigned" | "number.verified" | "number.suspended" | "number.resumed" | "number.released" | "company.halted" | "company.lifted" | "webhook_endpoint.disabled";
                /** @description a campaign's id */
                campaign?: string;
                /** @description a message's id */
                message?: string;
                /** @description From this moment on */
                since?: string;
                /** @description `cursor` of the page before */
                cursor?: string;
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
            /** @description Events */
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
                     *           "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                     *           "type": "message.delivered",
                     *           "timestamp": "2026-11-29T17:04:11.000Z",
                     *           "data": {
                     *             "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *             "packet": "pkt_h7k2m9qxw3np",
                     *             "campaign": "cmp_reminder",
                     *             "row": 1,
                     *             "channel": "sms",
                     *             "reference": "visit-8841",
                     *             "from": "+12085550199",
                     *             "to": "+12085550123"
                     *           }
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "cursor": "AbCdEf"
                     *     }
                     */
                    "application/json": components["schemas"]["EventList"];
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
            /** @description `message_unknown`: There is no such message */
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
