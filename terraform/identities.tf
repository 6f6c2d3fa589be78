# One service account per door, and what each of them needs. Everything below is made from this table; tests/identities.tftest.hcl holds
# the outcome against an allow-list, and test/terraform/needs.test.ts holds the table against what the doors' code does.
locals {
  # log: whether it appends to the event log, only reads it, or leaves it alone; who does either opens the master key, and who appends tells of
  # it (log-appended, notify-customer) · documents: the working documents · files: the drop bucket · sql: the reporting tables · provider: speaks with providers
  # publishes: topics besides
  needs = {
    accept-drop      = { log = "append", documents = "write", files = true, sql = "none", provider = false, publishes = ["packet"] }
    load-packet      = { log = "append", documents = "write", files = true, sql = "none", provider = false, publishes = ["campaign-fire", "packet", "queue-rows", "send-bulk", "send-now", "tick-sends"] }
    tick-campaigns   = { log = "none", documents = "write", files = false, sql = "none", provider = false, publishes = ["campaign-fire"] }
    fire-campaign    = { log = "append", documents = "write", files = false, sql = "none", provider = false, publishes = ["queue-rows", "send-bulk", "send-now"] }
    queue-rows       = { log = "append", documents = "write", files = false, sql = "none", provider = false, publishes = ["queue-rows", "send-bulk", "send-now", "tick-sends"] }
    tick-sends       = { log = "none", documents = "write", files = false, sql = "none", provider = false, publishes = ["call-webhooks", "log-appended", "notify-customer", "reply-received", "send-bulk", "send-now", "tick-sends", "watch-messages"] }
    send-now         = { log = "append", documents = "write", files = false, sql = "none", provider = true, publishes = ["send-bulk", "send-now"] }
    send-work        = { log = "append", documents = "write", files = false, sql = "none", provider = true, publishes = ["send-bulk", "send-now"] }
    watch-messages   = { log = "append", documents = "write", files = false, sql = "none", provider = true, publishes = ["send-bulk", "send-now"] }
    receive-status   = { log = "append", documents = "write", files = false, sql = "none", provider = true, publishes = ["registrar-looks", "reply-received"] }
    receive-incoming = { log = "append", documents = "write", files = false, sql = "none", provider = true, publishes = ["reply-received"] }
    answer-reply     = { log = "append", documents = "write", files = false, sql = "none", provider = true, publishes = ["reply-received", "send-bulk", "send-now"] }
    answer-page      = { log = "append", documents = "write", files = false, sql = "none", provider = false, publishes = ["reply-received", "send-bulk", "send-now"] }
    project          = { log = "read", documents = "read", files = false, sql = "write", provider = false, publishes = ["log-appended"] }
    notify-customer  = { log = "read", documents = "write", files = false, sql = "none", provider = false, publishes = ["call-webhooks", "notify-customer"] }
    call-webhooks    = { log = "append", documents = "write", files = false, sql = "none", provider = false, publishes = ["call-webhooks", "notify-customer"] }
    ask-registrars   = { log = "append", documents = "write", files = false, sql = "none", provider = true, publishes = ["registrar-looks"] }
    sweep            = { log = "none", documents = "write", files = true, sql = "none", provider = false, publishes = ["drop-finalized", "maintain", "packet", "registrar-looks", "sweep"] }
    maintain         = { log = "append", documents = "write", files = true, sql = "write", provider = false, publishes = ["maintain"] }
    api              = { log = "append", documents = "write", files = true, sql = "write", provider = true, publishes = ["call-webhooks", "campaign-fire", "drop-finalized", "maintain", "packet", "queue-rows", "registrar-looks", "reply-received", "send-bulk", "send-now", "tick-sends", "watch-messages"] }
    health           = { log = "read", documents = "read", files = false, sql = "read", provider = false, publishes = [] }
  }

  project_roles = {
    for role in flatten([
      for name, need in local.needs : concat(
        need.documents == "none" ? [] : [{ door = name, role = need.documents == "write" ? "roles/datastore.user" : "roles/datastore.viewer" }],
        need.sql == "none" ? [] : [{ door = name, role = "roles/cloudsql.client" }, { door = name, role = "roles/cloudsql.instanceUser" }],
      )
    ]) : "${role.door} ${role.role}" => role
  }

  publications = {
    for publication in flatten([
      for name, need in local.needs : [
        for topic in distinct(concat(need.publishes, need.log == "append" ? ["log-appended", "notify-customer"] : [])) : { door = name, topic = topic }
      ]
    ]) : "${publication.door} ${publication.topic}" => publication
  }

  # what providers let us in by
  provider_secrets = ["twilio-auth-token", "telnyx-api-key", "smtp-url", "mail-reports", "bandwidth", "messagebird", "meta"]

  opened_secrets = {
    for opened in flatten([
      for name, need in local.needs : [
        # fingerprints are made by whoever opens the house
        for secret in concat(["fingerprint-key"], need.log == "none" ? [] : ["master-key"], need.provider ? local.provider_secrets : []) :
        { door = name, secret = secret }
      ]
    ]) : "${opened.door} ${opened.secret}" => opened
  }

  # addresses that are known before anything is there, and still wait for their account
  door_address = { for name, account in google_service_account.door : name => "${account.account_id}@${var.project}.iam.gserviceaccount.com" }
  push_address = "${google_service_account.push.account_id}@${var.project}.iam.gserviceaccount.com"
}

resource "google_service_account" "door" {
  for_each = local.doors

  account_id   = "door-${each.key}"
  display_name = "Carillon's door ${each.key}"
  depends_on   = [google_project_service.api]

  lifecycle {
    precondition {
      condition     = contains(keys(local.needs), each.key)
      error_message = "The door ${each.key} of functions/doors.json has no line in the table of terraform/identities.tf: say there what it needs."
    }
  }
}

# Pub/Sub and Eventarc sign what they push to a door as this account, and nobody else may call those doors.
resource "google_service_account" "push" {
  account_id   = "push"
  display_name = "Carillon: pushes to the doors"
  depends_on   = [google_project_service.api]
}

resource "google_service_account" "build" {
  account_id   = "build"
  display_name = "Carillon: builds the doors"
  depends_on   = [google_project_service.api]
}

resource "google_service_account" "migrate" {
  account_id   = "job-migrate"
  display_name = "Carillon: brings the reporting tables to the newest version"
  depends_on   = [google_project_service.api]
}

resource "google_service_account" "command" {
  account_id   = "job-command"
  display_name = "Carillon: the command line inside of the network"
  depends_on   = [google_project_service.api]
}

# Signed upload addresses are signed by this account. It has no key: operators sign as it through the IAM API.
resource "google_service_account" "drop_signer" {
  account_id   = "drop-signer"
  display_name = "Carillon: signs upload addresses"
  depends_on   = [google_project_service.api]
}

resource "google_project_iam_member" "door" {
  for_each = local.project_roles

  project = var.project
  role    = each.value.role
  member  = "serviceAccount:${local.door_address[each.value.door]}"
}

resource "google_project_iam_member" "account" {
  for_each = {
    "build roles/cloudbuild.builds.builder"   = { address = google_service_account.build.account_id, role = "roles/cloudbuild.builds.builder" }
    "push roles/eventarc.eventReceiver"       = { address = google_service_account.push.account_id, role = "roles/eventarc.eventReceiver" }
    "job-migrate roles/cloudsql.client"       = { address = google_service_account.migrate.account_id, role = "roles/cloudsql.client" }
    "job-migrate roles/cloudsql.instanceUser" = { address = google_service_account.migrate.account_id, role = "roles/cloudsql.instanceUser" }
    "job-command roles/cloudsql.client"       = { address = google_service_account.command.account_id, role = "roles/cloudsql.client" }
    "job-command roles/cloudsql.instanceUser" = { address = google_service_account.command.account_id, role = "roles/cloudsql.instanceUser" }
  }

  project = var.project
  role    = each.value.role
  member  = "serviceAccount:${each.value.address}@${var.project}.iam.gserviceaccount.com"
}

# Cloud Storage tells Eventarc of new files through a topic that Eventarc makes for itself.
resource "google_project_iam_member" "storage_agent" {
  project = var.project
  role    = "roles/pubsub.publisher"
  member  = local.agents.storage

  depends_on = [google_project_service.api]
}

resource "google_service_account_iam_member" "push_signer" {
  service_account_id = google_service_account.push.name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = local.agents.pubsub
}

# Who opens the master key is written down by Google, where nobody here can take it back.
resource "google_project_iam_audit_config" "secrets" {
  project = var.project
  service = "secretmanager.googleapis.com"

  audit_log_config {
    log_type = "DATA_READ"
  }
}

locals {
  # the last one lets a person's own login name this project as the one that asks
  operator_roles = toset([
    "roles/cloudscheduler.admin", "roles/datastore.user", "roles/logging.viewer", "roles/monitoring.viewer", "roles/pubsub.editor",
    "roles/run.viewer", "roles/serviceusage.serviceUsageConsumer",
  ])

  # whoever leads the house: people, and the job that runs their commands where the database is
  leaders = setunion(var.operators, ["serviceAccount:${google_service_account.command.account_id}@${var.project}.iam.gserviceaccount.com"])
  operators = {
    for pair in setproduct(local.leaders, local.operator_roles) : "${pair[0]} ${pair[1]}" => { member = pair[0], role = pair[1] }
  }
}

resource "google_project_iam_member" "operator" {
  for_each = local.operators

  project = var.project
  role    = each.value.role
  member  = each.value.member
}

resource "google_service_account_iam_member" "operator_signs" {
  for_each = var.operators

  service_account_id = google_service_account.drop_signer.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = each.key
}
