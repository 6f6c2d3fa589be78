// Made by "npm run -s api:client" of a description with sha256 7e98834a3e97a65a4136282018da0d547668df5ee968ce5d4c846f8b2ac93e6f: never edited by hand.
export interface paths {
    "/v1/webhook_endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All endpoints
         * @description Newest first. None shows its secret.
         *
         *     Scope: `webhook_endpoints:read`
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Hear of events
         * @description From now on every event of these types is posted there, at least once, signed with `secret` (Standard Webhooks). Keep the secret: nobody can show it a second time.
         *
         *     Scope: `webhook_endpoints:manage`
         */
        post: operations["addWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook_endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One endpoint
         * @description Scope: `webhook_endpoints:read`
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Remove an endpoint
         * @description Nothing is told there any more, its secrets and what it has answered are destroyed.
         *
         *     Scope: `webhook_endpoints:manage`
         */
        delete: operations["removeWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint, disable or enable it
         * @description What is left out stays. While it is disabled nothing is kept for it, and what waited is let go: enable it, then replay what it has missed.
         *
         *     Scope: `webhook_endpoints:manage`
         */
        patch: operations["editWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook_endpoints/{id}/rotate_secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret in the place of the old one
         * @description For `overlap_seconds` calls bear the signatures of both, one behind the other in `webhook-signature`: whoever verifies with either is right.
         *
         *     Scope: `webhook_endpoints:manage`
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook_endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a sample there
         * @description An event of the type that you name, marked with `"sample": true`: it goes through the log like all others, is signed and tried like them, whatever the endpoint hears. Its attempts tell what came back.
         *
         *     Scope: `webhook_endpoints:manage`
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook_endpoints/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was tried, and what came back
         * @description Newest first, of the last thirty days; with a filter, among the newest 10,000. A single attempt also shows what was sent and the beginning of the answer.
         *
         *     Scope: `webhook_endpoints:read`
         */
        get: operations["listWebhookAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook_endpoints/{id}/attempts/{attempt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One attempt, with what was sent and what came back
         * @description Scope: `webhook_endpoints:read`
         */
        get: operations["getWebhookAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook_endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell events once more
         * @description One event, or all since a time (up to 5,000 a request), under the ids that they had: whoever drops ids that he knows takes none twice. What is still tried anyway is left alone.
         *
         *     Scope: `webhook_endpoints:manage`
         */
        post: operations["replayWebhookEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider has accepted a message. */
        post: operations["onMessageSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message has reached the phone or mailbox. */
        post: operations["onMessageDelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message was read, on channels that tell. */
        post: operations["onMessageRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The network could not hand a message over. */
        post: operations["onMessageUndelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message was refused, by the provider or before. */
        post: operations["onMessageFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The time of a message went by before it could leave. */
        post: operations["onMessageExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message that waited was taken back. */
        post: operations["onMessageCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.in_doubt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody can tell whether the provider has a message; it is held until that is known. */
        post: operations["onMessageInDoubt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody wrote to one of your numbers, addresses or pages. */
        post: operations["onMessageReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "row.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A row can become no message by this channel. */
        post: operations["onRowRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "row.skipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A row must become no message by this channel: a duplicate, an opt-out, … */
        post: operations["onRowSkipped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "reply.unclear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A reply waits for a person to read it. */
        post: operations["onReplyUnclear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "appointment.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody will come. */
        post: operations["onAppointmentConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "appointment.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody will not come. */
        post: operations["onAppointmentCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "appointment.reschedule_requested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody asks for another time. */
        post: operations["onAppointmentRescheduleRequested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "contact.opted_out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A contact point wants no more messages. */
        post: operations["onContactOptedOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "contact.opted_in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A contact point may be written to. */
        post: operations["onContactOptedIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "packet.loaded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every row of a file has been read. */
        post: operations["onPacketLoaded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "packet.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A file can not be used. */
        post: operations["onPacketFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "packet.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A full list lacks so much of the one before that a person has to look at it. */
        post: operations["onPacketHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody has approved a version of a campaign. */
        post: operations["onCampaignApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.activated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A campaign sends from now on. */
        post: operations["onCampaignActivated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.fired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A campaign has begun a run. */
        post: operations["onCampaignFired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.paused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A campaign rests. */
        post: operations["onCampaignPaused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.resumed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A campaign goes on. */
        post: operations["onCampaignResumed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "campaign.archived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A campaign is over. */
        post: operations["onCampaignArchived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "brand.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The registry knows your brand. */
        post: operations["onBrandApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "brand.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The registry has refused your brand. */
        post: operations["onBrandRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "brand.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Your brand may send no more. */
        post: operations["onBrandSuspended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "registration.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A registration may send. */
        post: operations["onRegistrationApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "registration.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A registration was refused. */
        post: operations["onRegistrationRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "registration.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A registration may send no more. */
        post: operations["onRegistrationSuspended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "registration.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A registration has come to its end. */
        post: operations["onRegistrationExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "number.assigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A number sends for a registration. */
        post: operations["onNumberAssigned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "number.verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A toll-free number may send. */
        post: operations["onNumberVerified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "number.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A number sends nothing until it is resumed. */
        post: operations["onNumberSuspended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "number.resumed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A number sends again. */
        post: operations["onNumberResumed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "number.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A number was given back. */
        post: operations["onNumberReleased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "company.halted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody has stopped everything that you send. */
        post: operations["onCompanyHalted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "company.lifted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What was stopped goes on. */
        post: operations["onCompanyLifted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook_endpoint.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One of your webhook endpoints is called no more. */
        post: operations["onWebhookEndpointDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AddedWebhookEndpoint: {
            /** @enum {string} */
            object: "webhook_endpoint";
            /**
             * @description an endpoint's id
             * @example whk_h7k2m9qxw3np
             */
            id: string;
            url: string;
            events: string[];
            description: string | null;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /**
             * @description `gone`: it answered 410; `failing`: it took nothing for five days
             * @enum {string|null}
             */
            disabled_because: "asked" | "gone" | "failing" | null;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** Format: date-time */
            disabled_at: string | null;
            /** Format: date-time */
            secret_rotated_at: string | null;
            /** @description `whsec_…`, this one time: also a repeated request shows it no more */
            secret?: string;
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
        WebhookEndpointList: {
            /** @enum {string} */
            object: "list";
            /** @description The newest first, unless the list says otherwise */
            data: components["schemas"]["WebhookEndpoint"][];
            /** @description whether there are more in the direction that was asked for */
            has_more: boolean;
            url: string;
        };
        WebhookEndpoint: {
            /** @enum {string} */
            object: "webhook_endpoint";
            /**
             * @description an endpoint's id
             * @example whk_h7k2m9qxw3np
             */
            id: string;
            url: string;
            events: string[];
            description: string | null;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /**
             * @description `gone`: it answered 410; `failing`: it took nothing for five days
             * @enum {string|null}
             */
            disabled_because: "asked" | "gone" | "failing" | null;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** Format: date-time */
            disabled_at: string | null;
            /** Format: date-time */
            secret_rotated_at: string | null;
        };
        WebhookSample: {
            /** @enum {string} */
            object: "webhook_sample";
            event: string;
            type: string;
            /**
             * @description an endpoint's id
             * @example whk_h7k2m9qxw3np
             */
            webhook_endpoint: string;
        };
        WebhookAttemptList: {
            /** @enum {string} */
            object: "list";
            /** @description The newest first, unless the list says otherwise */
            data: components["schemas"]["WebhookAttempt"][];
            /** @description whether there are more in the direction that was asked for */
            has_more: boolean;
            url: string;
        };
        WebhookAttempt: {
            /** @enum {string} */
            object: "webhook_attempt";
            /**
             * @description an attempt's id
             * @example att_0251637…_0
             */
            id: string;
            /** @description the id of the event, also the header webhook-id */
            event: string;
            type: string;
            /** @description 1 is the first of ten */
            attempt: number;
            /**
             * @description `retried`: failed, and is tried again at `next_at`; `given_up`: for good; `dropped`: the endpoint was disabled meanwhile
             * @enum {string}
             */
            outcome: "delivered" | "retried" | "given_up" | "dropped";
            /** @description of the answer; null where there was none */
            status: number | null;
            /** @description timeout, unreachable, certificate_invalid, redirected, not_taken, … */
            code: string | null;
            /** Format: date-time */
            at: string;
            duration_ms: number;
            /** Format: date-time */
            next_at: string | null;
        };
        ShownWebhookAttempt: {
            /** @enum {string} */
            object: "webhook_attempt";
            /**
             * @description an attempt's id
             * @example att_0251637…_0
             */
            id: string;
            /** @description the id of the event, also the header webhook-id */
            event: string;
            type: string;
            /** @description 1 is the first of ten */
            attempt: number;
            /**
             * @description `retried`: failed, and is tried again at `next_at`; `given_up`: for good; `dropped`: the endpoint was disabled meanwhile
             * @enum {string}
             */
            outcome: "delivered" | "retried" | "given_up" | "dropped";
            /** @description of the answer; null where there was none */
            status: number | null;
            /** @description timeout, unreachable, certificate_invalid, redirected, not_taken, … */
            code: string | null;
            /** Format: date-time */
            at: string;
            duration_ms: number;
            /** Format: date-time */
            next_at: string | null;
            request: {
                url: string;
                /** @description as it would be sent now: whoever was forgotten meanwhile is named no more */
                body: string | null;
            };
            response: {
                status: number | null;
                /** @description its first 4,096 bytes */
                body: string | null;
            };
        };
        WebhookReplayed: {
            /** @enum {string} */
            object: "webhook_replay";
            replayed: number;
            /** @description false: there are more before `oldest_at`; ask again with it as `until` */
            complete: boolean;
            /** Format: date-time */
            oldest_at: string | null;
        };
        WebhookReplay: {
            /**
             * @description the id of one event
             * @example evt_a2b3c4d5e6f7
             */
            event: string;
        } | {
            /**
             * Format: date-time
             * @description all that was tried since then, thirty days back at most
             */
            since: string;
            /** Format: date-time */
            until?: string;
            /**
             * @description `failed`: what was given up or dropped; `all`: also what was taken
             * @default failed
             * @enum {string}
             */
            only: "failed" | "all";
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
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description How many, 1 to 100 */
                limit?: number;
                /** @description The last id of the page before this one */
                starting_after?: string;
                /** @description The first id of the page behind this one */
                ending_before?: string;
                status?: "enabled" | "disabled";
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
            /** @description The endpoints */
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
                     *           "object": "webhook_endpoint",
                     *           "id": "whk_h7k2m9qxw3np",
                     *           "url": "https://hooks.example.com/carillon",
                     *           "events": [
                     *             "message.*",
                     *             "contact.opted_out"
                     *           ],
                     *           "description": "Our own system",
                     *           "status": "enabled",
                     *           "disabled_because": null,
                     *           "created_at": "2026-11-20T10:00:00.000Z",
                     *           "created_by": "usr_ana",
                     *           "disabled_at": null,
                     *           "secret_rotated_at": null
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/webhook_endpoints"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointList"];
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
    addWebhookEndpoint: {
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
                 *       "url": "https://hooks.example.com/carillon",
                 *       "events": [
                 *         "message.*",
                 *         "contact.opted_out"
                 *       ],
                 *       "description": "Our own system"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description https, reached from the Internet; port 443, or one from 1024 on
                     * @example https://hooks.example.com/carillon
                     */
                    url: string;
                    /**
                     * @description Types that it hears: `message.delivered`, a kind (`message.*`), or `*` for all, also those to come
                     * @default [
                     *       "*"
                     *     ]
                     * @example [
                     *       "message.*",
                     *       "contact.opted_out"
                     *     ]
                     */
                    events?: string[];
                    description?: string;
                };
            };
        };
        responses: {
            /** @description The endpoint */
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
                     *       "object": "webhook_endpoint",
                     *       "id": "whk_h7k2m9qxw3np",
                     *       "url": "https://hooks.example.com/carillon",
                     *       "events": [
                     *         "message.*",
                     *         "contact.opted_out"
                     *       ],
                     *       "description": "Our own system",
                     *       "status": "enabled",
                     *       "disabled_because": null,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": "usr_ana",
                     *       "disabled_at": null,
                     *       "secret_rotated_at": null,
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw…"
                     *     }
                     */
                    "application/json": components["schemas"]["AddedWebhookEndpoint"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `webhook_url_refused`: This address is not called; `event_type_unknown`: There is no such event */
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
            /** @description `request_in_flight`: The same request is being worked on; `webhook_endpoints_too_many`: Too many endpoints */
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
            /** @description `webhooks_unavailable`: This house calls nobody */
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
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description an endpoint's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
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
                     *       "object": "webhook_endpoint",
                     *       "id": "whk_h7k2m9qxw3np",
                     *       "url": "https://hooks.example.com/carillon",
                     *       "events": [
                     *         "message.*",
                     *         "contact.opted_out"
                     *       ],
                     *       "description": "Our own system",
                     *       "status": "enabled",
                     *       "disabled_because": null,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": "usr_ana",
                     *       "disabled_at": null,
                     *       "secret_rotated_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint */
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
    removeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description an endpoint's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint */
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
    editWebhookEndpoint: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you have read */
                "If-Match": string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description an endpoint's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         "message.*",
                 *         "contact.opted_out"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description https, reached from the Internet; port 443, or one from 1024 on
                     * @example https://hooks.example.com/carillon
                     */
                    url?: string;
                    /**
                     * @description Types that it hears: `message.delivered`, a kind (`message.*`), or `*` for all, also those to come
                     * @example [
                     *       "message.*",
                     *       "contact.opted_out"
                     *     ]
                     */
                    events?: string[];
                    description?: string;
                    /** @enum {string} */
                    status?: "enabled" | "disabled";
                };
            };
        };
        responses: {
            /** @description The endpoint as it is now */
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
                     *       "object": "webhook_endpoint",
                     *       "id": "whk_h7k2m9qxw3np",
                     *       "url": "https://hooks.example.com/carillon",
                     *       "events": [
                     *         "message.*",
                     *         "contact.opted_out"
                     *       ],
                     *       "description": "Our own system",
                     *       "status": "enabled",
                     *       "disabled_because": null,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": "usr_ana",
                     *       "disabled_at": null,
                     *       "secret_rotated_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `webhook_url_refused`: This address is not called; `event_type_unknown`: There is no such event */
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint */
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
            /** @description `if_match_missing`: Say which state you have seen */
            428: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
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
            /** @description `webhooks_unavailable`: This house calls nobody */
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
    rotateWebhookSecret: {
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
                /** @description an endpoint's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_seconds": 86400
                 *     }
                 */
                "application/json": {
                    /** @default 86400 */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** @description The endpoint with its new secret */
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
                     *       "object": "webhook_endpoint",
                     *       "id": "whk_h7k2m9qxw3np",
                     *       "url": "https://hooks.example.com/carillon",
                     *       "events": [
                     *         "message.*",
                     *         "contact.opted_out"
                     *       ],
                     *       "description": "Our own system",
                     *       "status": "enabled",
                     *       "disabled_because": null,
                     *       "created_at": "2026-11-20T10:00:00.000Z",
                     *       "created_by": "usr_ana",
                     *       "disabled_at": null,
                     *       "secret_rotated_at": "2026-11-26T10:00:00.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw…"
                     *     }
                     */
                    "application/json": components["schemas"]["AddedWebhookEndpoint"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `secret_overlap_too_long`: That is too long */
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint */
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
    testWebhookEndpoint: {
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
                /** @description an endpoint's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "message.delivered"
                 *     }
                 */
                "application/json": {
                    /** @default message.delivered */
                    type?: string;
                };
            };
        };
        responses: {
            /** @description It is on its way */
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
                content: {
                    /**
                     * @example {
                     *       "object": "webhook_sample",
                     *       "event": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                     *       "type": "message.delivered",
                     *       "webhook_endpoint": "whk_h7k2m9qxw3np"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookSample"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `event_type_unknown`: There is no such event */
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint */
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
            /** @description `request_in_flight`: The same request is being worked on; `webhook_endpoint_disabled`: The endpoint is disabled */
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
    listWebhookAttempts: {
        parameters: {
            query?: {
                /** @description How many, 1 to 100 */
                limit?: number;
                /** @description The last id of the page before this one */
                starting_after?: string;
                outcome?: "delivered" | "retried" | "given_up" | "dropped";
                /** @description the id of an event */
                event?: string;
                /** @description a type of events */
                type?: string;
            };
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description an endpoint's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempts */
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
                     *           "object": "webhook_attempt",
                     *           "id": "att_0251637000000004f3a_0",
                     *           "event": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                     *           "type": "message.delivered",
                     *           "attempt": 1,
                     *           "outcome": "retried",
                     *           "status": 500,
                     *           "code": "not_taken",
                     *           "at": "2026-11-29T17:04:11.000Z",
                     *           "duration_ms": 84,
                     *           "next_at": "2026-11-29T17:04:16.210Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/webhook_endpoints/whk_h7k2m9qxw3np/attempts"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookAttemptList"];
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint */
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
    getWebhookAttempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description an endpoint's id */
                id: string;
                /** @description an attempt's id */
                attempt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempt */
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
                     *       "object": "webhook_attempt",
                     *       "id": "att_0251637000000004f3a_0",
                     *       "event": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                     *       "type": "message.delivered",
                     *       "attempt": 1,
                     *       "outcome": "retried",
                     *       "status": 500,
                     *       "code": "not_taken",
                     *       "at": "2026-11-29T17:04:11.000Z",
                     *       "duration_ms": 84,
                     *       "next_at": "2026-11-29T17:04:16.210Z",
                     *       "request": {
                     *         "url": "https://hooks.example.com/carillon",
                     *         "body": "{\"id\":\"evt_…\",\"type\":\"message.delivered\",\"timestamp\":\"…\",\"data\":{\"message\":\"msg_…\"}}"
                     *       },
                     *       "response": {
                     *         "status": 500,
                     *         "body": "out of memory"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ShownWebhookAttempt"];
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint; `webhook_attempt_unknown`: There is no such attempt */
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
    replayWebhookEvents: {
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
                /** @description an endpoint's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-11-28T00:00:00.000Z",
                 *       "only": "failed"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReplay"];
            };
        };
        responses: {
            /** @description They are on their way */
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
                content: {
                    /**
                     * @example {
                     *       "object": "webhook_replay",
                     *       "replayed": 12,
                     *       "complete": true,
                     *       "oldest_at": "2026-11-28T04:10:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReplayed"];
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
            /** @description `webhook_endpoint_unknown`: There is no such endpoint; `webhook_event_unknown`: This event was never tried there */
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
            /** @description `request_in_flight`: The same request is being worked on; `webhook_endpoint_disabled`: The endpoint is disabled */
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
    onMessageSent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.sent",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "sms",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123",
                 *         "segments": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.sent";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageDelivered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.delivered",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "sms",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.delivered";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.read",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "whatsapp",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.read";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageUndelivered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.undelivered",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "sms",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123",
                 *         "code": "phone_unreachable",
                 *         "detail": "The phone could not be reached."
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.undelivered";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageFailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.failed",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "sms",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123",
                 *         "code": "phone_unreachable",
                 *         "detail": "The phone could not be reached."
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.failed";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.expired",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "sms",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123",
                 *         "code": "past_window"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.expired";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageCanceled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.canceled",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "sms",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123",
                 *         "code": "canceled"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.canceled";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageInDoubt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.in_doubt",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 1,
                 *         "channel": "sms",
                 *         "reference": "visit-8841",
                 *         "from": "+12085550199",
                 *         "to": "+12085550123"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.in_doubt";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        message: string;
                        /** @description the packet that it came with */
                        packet: string;
                        campaign?: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        from?: string;
                        /** @description null when the person was forgotten */
                        to?: string | null;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        segments?: number;
                        price?: string;
                        currency?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageReceived: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "message.received",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "reply": "rpl_a2b3c4d5e6f7",
                 *         "channel": "sms",
                 *         "from": "+12085550123",
                 *         "to": "+12085550199",
                 *         "body": "C",
                 *         "media": 0,
                 *         "said_at": "2026-11-29T17:04:11.000Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "message.received";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        reply: string;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description who wrote; null when the person was forgotten */
                        from: string | null;
                        /** @description your number, address or page */
                        to: string;
                        /** @description cut at 4,000 characters */
                        body: string | null;
                        /** @description how many pictures or files came with it */
                        media: number;
                        /** @description the message that it answers, where that is known already */
                        message?: string;
                        /** Format: date-time */
                        said_at?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRowRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "row.rejected",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 7,
                 *         "channel": "sms",
                 *         "reference": "visit-8847",
                 *         "code": "phone_invalid",
                 *         "field": "phone"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "row.rejected";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        packet: string;
                        campaign: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        field?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRowSkipped: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "row.skipped",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "row": 7,
                 *         "channel": "sms",
                 *         "reference": "visit-8847",
                 *         "code": "duplicate"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "row.skipped";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        packet: string;
                        campaign: string;
                        row: number;
                        /** @enum {string} */
                        channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        field?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReplyUnclear: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "reply.unclear",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "reply": "rpl_a2b3c4d5e6f7",
                 *         "code": "words",
                 *         "detail": "Nobody can be sure what the words mean.",
                 *         "said_at": "2026-11-29T17:04:11.000Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "reply.unclear";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        reply: string;
                        /** @description why a person has to read it: `words`, `several`, `unmatched`, `cancel_word`, `start_held` */
                        code: string;
                        /** @description why, in plain words */
                        detail?: string;
                        campaign?: string;
                        message?: string;
                        /** @description messages that it may answer, 20 at most */
                        candidates?: string[];
                        /** Format: date-time */
                        said_at: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAppointmentConfirmed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "appointment.confirmed",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "reply": "rpl_a2b3c4d5e6f7",
                 *         "campaign": "cmp_reminder",
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "row": 1,
                 *         "reference": "visit-8841",
                 *         "via": "words",
                 *         "confidence": 1,
                 *         "said_at": "2026-11-29T17:04:11.000Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "appointment.confirmed";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        reply: string;
                        campaign: string;
                        /** @description the message that was answered */
                        message: string;
                        row?: number;
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        /** @enum {string} */
                        via: "words" | "link" | "staff";
                        confidence: number;
                        /** Format: date-time */
                        said_at: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAppointmentCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "appointment.cancelled",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "reply": "rpl_a2b3c4d5e6f7",
                 *         "campaign": "cmp_reminder",
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "row": 1,
                 *         "reference": "visit-8841",
                 *         "via": "words",
                 *         "confidence": 1,
                 *         "said_at": "2026-11-29T17:04:11.000Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "appointment.cancelled";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        reply: string;
                        campaign: string;
                        /** @description the message that was answered */
                        message: string;
                        row?: number;
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        /** @enum {string} */
                        via: "words" | "link" | "staff";
                        confidence: number;
                        /** Format: date-time */
                        said_at: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAppointmentRescheduleRequested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "appointment.reschedule_requested",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "reply": "rpl_a2b3c4d5e6f7",
                 *         "campaign": "cmp_reminder",
                 *         "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                 *         "row": 1,
                 *         "reference": "visit-8841",
                 *         "via": "words",
                 *         "confidence": 1,
                 *         "said_at": "2026-11-29T17:04:11.000Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "appointment.reschedule_requested";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        reply: string;
                        campaign: string;
                        /** @description the message that was answered */
                        message: string;
                        row?: number;
                        /** @description your own name for it, as you sent it (the column "reference" of a file) */
                        reference?: string;
                        /** @enum {string} */
                        via: "words" | "link" | "staff";
                        confidence: number;
                        /** Format: date-time */
                        said_at: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onContactOptedOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "contact.opted_out",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "contact_point": "+12085550123",
                 *         "family": "phone",
                 *         "scope": "company",
                 *         "source": "reply"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "contact.opted_out";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        /** @description phone or address; null when the person was forgotten */
                        contact_point: string | null;
                        /** @description which channels: phone, email, … */
                        family: string;
                        scope: string;
                        /** @description where it came from: reply, unsubscribe_link, carrier_list, import, staff, … */
                        source: string;
                        purpose?: string;
                        brand?: string;
                        campaign?: string;
                        message?: string;
                        /** Format: date-time */
                        until?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onContactOptedIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "contact.opted_in",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "contact_point": "+12085550123",
                 *         "family": "phone",
                 *         "scope": "company",
                 *         "source": "reply",
                 *         "purpose": "transactional"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "contact.opted_in";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        /** @description phone or address; null when the person was forgotten */
                        contact_point: string | null;
                        /** @description which channels: phone, email, … */
                        family: string;
                        scope: string;
                        /** @description where it came from: reply, unsubscribe_link, carrier_list, import, staff, … */
                        source: string;
                        purpose?: string;
                        brand?: string;
                        campaign?: string;
                        message?: string;
                        /** Format: date-time */
                        until?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPacketLoaded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "packet.loaded",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "rows": 240
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "packet.loaded";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        packet: string;
                        campaign: string;
                        rows?: number;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        vanished?: number;
                        relisted?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPacketFailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "packet.failed",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "rows": 0,
                 *         "code": "columns_missing",
                 *         "detail": "The file has no column for the phone."
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "packet.failed";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        packet: string;
                        campaign: string;
                        rows?: number;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        vanished?: number;
                        relisted?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPacketHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "packet.held",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "packet": "pkt_h7k2m9qxw3np",
                 *         "campaign": "cmp_reminder",
                 *         "vanished": 120,
                 *         "relisted": 80
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "packet.held";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        packet: string;
                        campaign: string;
                        rows?: number;
                        /** @description why, stable: for programs */
                        code?: string;
                        /** @description why, in plain words */
                        detail?: string;
                        vanished?: number;
                        relisted?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCampaignApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "campaign.approved",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "campaign": "cmp_reminder",
                 *         "version": 2
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "campaign.approved";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        campaign: string;
                        version?: number;
                        run?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCampaignActivated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "campaign.activated",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "campaign": "cmp_reminder",
                 *         "version": 2
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "campaign.activated";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        campaign: string;
                        version?: number;
                        run?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCampaignFired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "campaign.fired",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "campaign": "cmp_reminder",
                 *         "version": 2,
                 *         "run": 3
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "campaign.fired";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        campaign: string;
                        version?: number;
                        run?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCampaignPaused: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "campaign.paused",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "campaign": "cmp_reminder"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "campaign.paused";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        campaign: string;
                        version?: number;
                        run?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCampaignResumed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "campaign.resumed",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "campaign": "cmp_reminder",
                 *         "version": 2
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "campaign.resumed";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        campaign: string;
                        version?: number;
                        run?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCampaignArchived: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "campaign.archived",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "campaign": "cmp_reminder"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "campaign.archived";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        campaign: string;
                        version?: number;
                        run?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBrandApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "brand.approved",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "brand": "brd_hillside"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "brand.approved";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        brand: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBrandRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "brand.rejected",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "brand": "brd_hillside",
                 *         "reasons": [
                 *           {
                 *             "code": "website_unreachable",
                 *             "provider_code": "30908"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "brand.rejected";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        brand: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBrandSuspended: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "brand.suspended",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "brand": "brd_hillside",
                 *         "reasons": [
                 *           {
                 *             "code": "website_unreachable",
                 *             "provider_code": "30908"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "brand.suspended";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        brand: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRegistrationApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "registration.approved",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "registration": "reg_hillside"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "registration.approved";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        registration: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRegistrationRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "registration.rejected",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "registration": "reg_hillside",
                 *         "reasons": [
                 *           {
                 *             "code": "website_unreachable",
                 *             "provider_code": "30908"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "registration.rejected";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        registration: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRegistrationSuspended: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "registration.suspended",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "registration": "reg_hillside",
                 *         "reasons": [
                 *           {
                 *             "code": "website_unreachable",
                 *             "provider_code": "30908"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "registration.suspended";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        registration: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onRegistrationExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "registration.expired",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "registration": "reg_hillside"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "registration.expired";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        registration: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNumberAssigned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "number.assigned",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "number": "num_12085550199",
                 *         "registration": "reg_hillside"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "number.assigned";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        number: string;
                        registration?: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNumberVerified: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "number.verified",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "number": "num_18005550199"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "number.verified";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        number: string;
                        registration?: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNumberSuspended: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "number.suspended",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "number": "num_12085550199"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "number.suspended";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        number: string;
                        registration?: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNumberResumed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "number.resumed",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "number": "num_12085550199"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "number.resumed";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        number: string;
                        registration?: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNumberReleased: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "number.released",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "number": "num_12085550199"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "number.released";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        number: string;
                        registration?: string;
                        reasons?: {
                            code: string;
                            provider_code?: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCompanyHalted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "company.halted",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "company": "co_hillside"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "company.halted";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        company: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCompanyLifted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "company.lifted",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "company": "co_hillside"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "company.lifted";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        company: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookEndpointDisabled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "evt_a2b3c4d5e6f7a2b3c4d5e6f7",
                 *       "type": "webhook_endpoint.disabled",
                 *       "timestamp": "2026-11-29T17:04:11.000Z",
                 *       "data": {
                 *         "webhook_endpoint": "whk_h7k2m9qxw3np",
                 *         "why": "failing"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description of the event, the same however often it is told: drop those that you know */
                    id: string;
                    /** @enum {string} */
                    type: "webhook_endpoint.disabled";
                    /**
                     * Format: date-time
                     * @description when it happened
                     */
                    timestamp: string;
                    /**
                     * @description nothing happened: somebody tests
                     * @enum {boolean}
                     */
                    sample?: true;
                    data: {
                        webhook_endpoint: string;
                        /** @enum {string} */
                        why: "asked" | "gone" | "failing";
                    };
                };
            };
        };
        responses: {
            /** @description Taken. Whatever else comes back, or nothing within 15 seconds, is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
