# One service account per door, and what each of them needs. Everything below is made from this table; tests/identities.tftest.hcl holds
# the outcome against an allow-list, and test/terraform/needs.test.ts holds the table against what the doors' code does.
locals {
  # documents: write or read · files: the drop bucket · secrets: opened by the door · sql: the reporting tables it may touch, and how
  # publishes: topics, besides log-appended, which whoever writes documents tells of its commits
  needs = {
    accept-drop    = { documents = "write", files = true, secrets = ["master-key", "fingerprint-key"], sql = "none", publishes = ["packet"] }
    load-packet    = { documents = "write", files = true, secrets = ["master-key", "fingerprint-key"], sql = "none", publishes = ["packet", "campaign-fire"] }
    tick-campaigns = { documents = "write", files = false, secrets = ["master-key", "fingerprint-key"], sql = "none", publishes = ["campaign-fire"] }
    fire-campaign  = { documents = "write", files = false, secrets = ["master-key", "fingerprint-key"], sql = "none", publishes = ["queue-rows", "send-now", "send-bulk"] }
    queue-rows     = { documents = "write", files = false, secrets = ["master-key", "fingerprint-key"], sql = "none", publishes = ["send-now", "send-bulk"] }
    tick-sends     = { documents = "write", files = false, secrets = ["master-key", "fingerprint-key"], sql = "none", publishes = ["send-now", "send-bulk"] }
    send-now       = { documents = "write", files = false, secrets = ["master-key", "fingerprint-key", "twilio-auth-token"], sql = "none", publishes = ["send-now", "send-bulk"] }
    send-work      = { documents = "write", files = false, secrets = ["master-key", "fingerprint-key", "twilio-auth-token"], sql = "none", publishes = ["send-now", "send-bulk"] }
    receive-status = { documents = "write", files = false, secrets = ["master-key", "fingerprint-key", "twilio-auth-token"], sql = "none", publishes = [] }
    project        = { documents = "read", files = false, secrets = ["master-key", "fingerprint-key"], sql = "write", publishes = [] }
    sweep          = { documents = "write", files = true, secrets = ["master-key", "fingerprint-key"], sql = "none", publishes = ["drop-finalized", "packet"] }
    maintain       = { documents = "read", files = false, secrets = ["master-key", "fingerprint-key"], sql = "read", publishes = [] }
    health         = { documents = "read", files = false, secrets = ["master-key", "fingerprint-key"], sql = "read", publishes = [] }
  }

  project_roles = {
    for role in flatten([
      for name, need in local.needs : concat(
        [{ door = name, role = need.documents == "write" ? "roles/datastore.user" : "roles/datastore.viewer" }],
        need.sql == "none" ? [] : [{ door = name, role = "roles/cloudsql.client" }, { door = name, role = "roles/cloudsql.instanceUser" }],
      )
    ]) : "${role.door} ${role.role}" => role
  }

  publications = {
    for publication in flatten([
      for name, need in local.needs : [
        for topic in concat(need.publishes, need.documents == "write" ? ["log-appended"] : []) : { door = name, topic = topic }
      ]
    ]) : "${publication.door} ${publication.topic}" => publication
  }

  opened_secrets = {
    for opened in flatten([
      for name, need in local.needs : [for secret in need.secrets : { door = name, secret = secret }]
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
  operator_roles = toset([
    "roles/cloudscheduler.admin", "roles/cloudsql.client", "roles/cloudsql.instanceUser", "roles/datastore.user", "roles/logging.viewer",
    "roles/monitoring.viewer", "roles/pubsub.editor", "roles/run.viewer",
  ])
  operators = {
    for pair in setproduct(var.operators, local.operator_roles) : "${pair[0]} ${pair[1]}" => { member = pair[0], role = pair[1] }
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
