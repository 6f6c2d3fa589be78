# functions/doors.json drives the code and this: a door that is added there is deployed by the next apply.
locals {
  doors       = { for door in jsondecode(file("${path.module}/doors.json")) : door.name => door }
  topic_doors = { for name, door in local.doors : trimprefix(door.trigger, "topic:") => door if startswith(door.trigger, "topic:") }
  http_doors  = { for name, door in local.doors : name => door if door.trigger == "http" }

  # Cloud Run's address of a service is known before the service is: its name, the project's number, the region
  door_url = { for name, door in local.doors : name => "https://${name}-${data.google_project.this.number}.${var.region}.run.app" }

  public_url = var.public_url != null ? var.public_url : local.door_url["receive-status"]

  # What every door reads from its environment (shared/wiring/config.ts); test/terraform/environment.test.ts holds both lists together.
  environment = {
    CARILLON_HOUSE                  = "google-cloud"
    CARILLON_LOG                    = var.log_level
    GOOGLE_CLOUD_PROJECT            = var.project
    CARILLON_REGION                 = var.region
    CARILLON_FIRESTORE_DATABASE     = google_firestore_database.this.name
    CARILLON_BUCKET                 = module.drops.name
    CARILLON_MASTER_KEY_SECRET      = local.secret_name["master-key"]
    CARILLON_FINGERPRINT_KEY_SECRET = local.secret_name["fingerprint-key"]
    CARILLON_SQL_INSTANCE           = local.sql_instance
    CARILLON_SQL_DATABASE           = google_sql_database.reporting.name
    CARILLON_PUSH_ACCOUNT           = local.push_address
    CARILLON_PUBLIC_URL             = local.public_url
    CARILLON_PAGES_URL              = var.public_url != null ? var.public_url : local.door_url["answer-page"]
    CARILLON_LINK_VERSION           = tostring(var.link_version)
  }

  # the doors that speak with providers, and operators, know of an account; nobody does until there is one
  twilio_environment = var.twilio_account_sid == null ? {} : {
    CARILLON_TWILIO_ACCOUNT_SID       = var.twilio_account_sid
    CARILLON_TWILIO_AUTH_TOKEN_SECRET = local.secret_name["twilio-auth-token"]
  }
  telnyx_environment = var.telnyx == null ? {} : {
    CARILLON_TELNYX_PROFILE        = var.telnyx.profile
    CARILLON_TELNYX_PUBLIC_KEY     = var.telnyx.public_key
    CARILLON_TELNYX_API_KEY_SECRET = local.secret_name["telnyx-api-key"]
  }
  mail_environment = var.mail == null ? {} : {
    CARILLON_SMTP_URL_SECRET     = local.secret_name["smtp-url"]
    CARILLON_SMTP_RETURN_ADDRESS = var.mail.return_address
  }
  mail_from_environment = try(var.mail.from, null) == null ? {} : {
    CARILLON_MAIL_FROM = var.mail.from
  }
  # of whoever owns the account at Twilio: brands are registered under it
  profile_environment = var.twilio_primary_profile == null ? {} : {
    CARILLON_TWILIO_PRIMARY_PROFILE = var.twilio_primary_profile
  }
  # the others have all they need in one secret
  sealed_environment = merge(
    contains(var.sealed_providers, "bandwidth") ? { CARILLON_BANDWIDTH_SECRET = local.secret_name["bandwidth"] } : {},
    contains(var.sealed_providers, "messagebird") ? { CARILLON_MESSAGEBIRD_SECRET = local.secret_name["messagebird"] } : {},
    contains(var.sealed_providers, "mail-reports") ? { CARILLON_SMTP_REPORTS_SECRET = local.secret_name["mail-reports"] } : {},
    contains(var.sealed_providers, "meta") ? { CARILLON_META_SECRET = local.secret_name["meta"] } : {},
  )
  provider_environment = merge(local.twilio_environment, local.telnyx_environment, local.mail_environment, local.mail_from_environment, local.profile_environment, local.sealed_environment)
}

module "door" {
  source   = "./modules/function"
  for_each = local.doors

  name            = each.key
  project         = var.project
  region          = var.region
  memory_mb       = each.value.memoryMb
  timeout_seconds = each.value.timeoutSeconds
  concurrency     = each.value.concurrency
  min_instances   = try(each.value.minInstances, 0)
  # Ticks and the like run one at a time, and one is enough. Each instance of the door project keeps connections to MySQL.
  max_instances = (
    each.value.concurrency == 1 ? 1 : local.needs[each.key].sql == "write" ? max(2, floor(var.max_instances / 4)) : var.max_instances
  )
  public  = each.value.public
  callers = each.value.public ? [] : ["serviceAccount:${local.push_address}"]

  service_account = local.door_address[each.key]
  build_account   = google_service_account.build.name
  source_bucket   = module.sources.name
  source_object   = google_storage_bucket_object.package.name
  vpc_connector   = local.needs[each.key].sql == "none" ? null : google_vpc_access_connector.doors.id

  environment = merge(local.environment, local.needs[each.key].provider ? local.provider_environment : {}, {
    CARILLON_SQL_USER      = google_service_account.door[each.key].account_id
    CARILLON_PUSH_AUDIENCE = local.door_url[each.key]
    # whom Cloud Run lets in it has checked, and takes the signature away
    CARILLON_PUSH_CHECKED_BY = each.value.public ? "door" : "cloud-run"
  })

  depends_on = [google_project_iam_member.account, google_project_iam_member.door, google_secret_manager_secret_iam_member.door]
}

# The package's name is its content: the same code is never built twice, and going back is an apply of an older one.
resource "google_storage_bucket_object" "package" {
  name         = "carillon-${substr(filesha256(var.package), 0, 16)}.zip"
  bucket       = module.sources.name
  source       = var.package
  content_type = "application/zip"

  lifecycle {
    create_before_destroy = true
  }

  # older packages stay for going back; the bucket's lifecycle clears them away
  deletion_policy = "ABANDON"
}

module "sources" {
  source = "./modules/bucket"

  name             = "${var.project}-carillon-sources"
  location         = var.region
  delete_after     = { "carillon-" = 180 }
  noncurrent_after = 30
  force_destroy    = !var.protect

  depends_on = [google_project_service.api]
}
