output "doors" {
  description = "Address of every door that is called over HTTP"
  value       = { for name, door in local.http_doors : name => "${local.door_url[name]}${door.path}" }
}

output "public_url" {
  description = "Where providers reach the house"
  value       = local.public_url
}

output "health_url" {
  description = "Says what works and what is wrong"
  value       = "${local.door_url["health"]}/health/ready"
}

output "drop_bucket" {
  description = "Files go to gs://BUCKET/drops/COMPANY/CAMPAIGN/FILE"
  value       = module.drops.name
}

output "drop_signer" {
  description = "Account that signs upload addresses"
  value       = "${google_service_account.drop_signer.account_id}@${var.project}.iam.gserviceaccount.com"
}

output "sources_bucket" {
  description = "Deploy packages, and which one was last known to be good"
  value       = module.sources.name
}

output "environment" {
  description = "What the command line needs to lead this house: eval \"$(terraform output -raw environment)\""
  value = join("\n", concat(
    [for name, value in merge(local.environment, local.provider_environment) : "export ${name}='${value}'"],
    ["export CARILLON_PUSH_AUDIENCE='${local.door_url["health"]}'", "export CARILLON_SQL_USER='you'", ""],
  ))
}

output "sql_grants" {
  description = "Statements that an administrator of the reporting database runs once, docs/DEPLOY.md step 7"
  value       = join("\n", concat(local.sql_grants, [""]))
}

output "delivery" {
  description = "What the GitHub workflow needs to know: the repository's variable DEPLOY_DEV, DEPLOY_STAGING or DEPLOY_PROD"
  value = var.github_repository == null ? null : {
    workload_identity_provider = google_iam_workload_identity_pool_provider.github[0].name
    plan_account               = "${google_service_account.delivery["plan"].account_id}@${var.project}.iam.gserviceaccount.com"
    apply_account              = "${google_service_account.delivery["apply"].account_id}@${var.project}.iam.gserviceaccount.com"
    state_bucket               = "${var.project}-terraform"
    variables = {
      project            = var.project
      region             = var.region
      alert_emails       = var.alert_emails
      billing_account    = var.billing_account
      drop_principals    = var.drop_principals
      firestore_database = var.firestore_database
      firestore_location = var.firestore_location
      github_repository  = var.github_repository
      operators          = var.operators
      public_url         = var.public_url
      telnyx             = var.telnyx
      mail               = var.mail
      sealed_providers   = var.sealed_providers
      twilio_account_sid = var.twilio_account_sid
      upload_origins     = var.upload_origins
    }
  }
}

output "next_step" {
  description = "What to do now"
  value       = <<-EOT
    Carillon (${var.environment}) is set up in ${var.project}.
    First time: docs/DEPLOY.md step 6 (secrets), 7 (rights in the database), then
      gcloud run jobs execute migrate --region ${var.region} --project ${var.project} --wait
    ${var.twilio_account_sid == null ? "Nothing is sent until twilio_account_sid is set and its token is in the secret carillon-twilio-auth-token." : "Messages go out through ${var.twilio_account_sid}."}
    See whether it is well: curl ${local.door_url["health"]}/health/ready
    Drop a file: gcloud storage cp FILE.csv gs://${module.drops.name}/drops/COMPANY/CAMPAIGN/
  EOT
}

module "env" {
  source = "./env"

  budget              = var.budget
  drop_retention_days = var.drop_retention_days
  environment         = var.environment
  max_instances       = var.max_instances
  protect             = var.protect
  sql_availability    = var.sql_availability
  sql_tier            = var.sql_tier
}

output "settings" {
  description = "What this environment is set to, where environments differ"
  value       = module.env.settings
}
