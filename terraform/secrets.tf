# Made empty: what Terraform knows stands in its state in plain. docs/DEPLOY.md says how each gets its first version, and how to rotate it.
locals {
  secrets = {
    master-key        = "32 random bytes that seal everything personal. Without them the log's people can't be read"
    fingerprint-key   = "32 random bytes behind the fingerprints by which phone numbers are compared"
    twilio-auth-token = "Auth token of the Twilio account"
    telnyx-api-key    = "API key of the Telnyx account"
    smtp-url          = "Where mails are handed over: smtps://user:password@host, percent-encoded"
    mail-reports      = "JSON of who brings bounces: secret (whsec_…), or user and password; it may have sendgridKey"
    bandwidth         = "JSON with accountNumber, applicationId, user, password, callbackUser, callbackPassword"
    messagebird       = "JSON with accountId, accessKey, signingKey"
    meta              = "JSON with accountId, accessToken, appSecret; it may have instagramId and verifyToken"
  }

  secret_name = { for name, secret in google_secret_manager_secret.this : name => "projects/${var.project}/secrets/${secret.secret_id}" }
}

resource "google_secret_manager_secret" "this" {
  for_each = local.secrets

  project             = var.project
  secret_id           = "carillon-${each.key}"
  annotations         = { what = each.value }
  deletion_protection = var.protect

  # a version that was destroyed by mistake can be had back for a week
  version_destroy_ttl = "604800s"

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}

resource "google_secret_manager_secret_iam_member" "door" {
  for_each = local.opened_secrets

  project   = var.project
  secret_id = google_secret_manager_secret.this[each.value.secret].secret_id
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:${local.door_address[each.value.door]}"
}

resource "google_secret_manager_secret_iam_member" "operator" {
  for_each = {
    for pair in setproduct(local.leaders, keys(local.secrets)) : "${pair[0]} ${pair[1]}" => { member = pair[0], secret = pair[1] }
  }

  project   = var.project
  secret_id = google_secret_manager_secret.this[each.value.secret].secret_id
  role      = "roles/secretmanager.secretAccessor"
  member    = each.value.member
}
