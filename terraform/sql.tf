locals {
  sql_doors    = { for name, need in local.needs : name => need.sql if need.sql != "none" }
  sql_instance = "${var.project}:${var.region}:${google_sql_database_instance.reporting.name}"

  # Terraform makes the users; only the database itself can say what they may do. An administrator runs these once, docs/DEPLOY.md says how.
  sql_grants = concat(
    [
      # both make tables: one for new versions, the other when it rebuilds them
      for account in [google_service_account.migrate.account_id, google_service_account.command.account_id] :
      "GRANT ALL PRIVILEGES ON `${google_sql_database.reporting.name}`.* TO '${account}'@'%';"
    ],
    [
      for name, rights in local.sql_doors :
      "GRANT ${rights == "write" ? "SELECT, INSERT, UPDATE, DELETE" : "SELECT"} ON `${google_sql_database.reporting.name}`.* TO '${google_service_account.door[name].account_id}'@'%';"
    ],
  )
}

resource "google_sql_database_instance" "reporting" {
  name                = "carillon"
  project             = var.project
  region              = var.region
  database_version    = "MYSQL_8_4"
  deletion_protection = var.protect

  settings {
    tier                        = var.sql_tier
    edition                     = "ENTERPRISE"
    availability_type           = var.sql_availability
    deletion_protection_enabled = var.protect
    disk_type                   = "PD_SSD"
    disk_autoresize             = true

    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.house.id
      ssl_mode        = "ENCRYPTED_ONLY"
    }

    # recovery to a point in time is the binary log's work
    backup_configuration {
      enabled                        = true
      binary_log_enabled             = true
      start_time                     = "04:00"
      transaction_log_retention_days = 7
      backup_retention_settings {
        retained_backups = 14
        retention_unit   = "COUNT"
      }
    }

    insights_config {
      query_insights_enabled  = true
      query_plans_per_minute  = 5
      query_string_length     = 1024
      record_application_tags = true
      record_client_address   = false
    }

    database_flags {
      name  = "cloudsql_iam_authentication"
      value = "on"
    }

    maintenance_window {
      day          = 7
      hour         = 5
      update_track = "stable"
    }
  }

  depends_on = [google_service_networking_connection.sql]
}

resource "google_sql_database" "reporting" {
  name      = "carillon"
  project   = var.project
  instance  = google_sql_database_instance.reporting.name
  charset   = "utf8mb4"
  collation = "utf8mb4_unicode_ci"
}

# No passwords: a door signs in as its service account.
resource "google_sql_user" "door" {
  for_each = local.sql_doors

  name     = local.door_address[each.key]
  project  = var.project
  instance = google_sql_database_instance.reporting.name
  type     = "CLOUD_IAM_SERVICE_ACCOUNT"
}

resource "google_sql_user" "job" {
  for_each = local.jobs

  name     = "${each.value.account}@${var.project}.iam.gserviceaccount.com"
  project  = var.project
  instance = google_sql_database_instance.reporting.name
  type     = "CLOUD_IAM_SERVICE_ACCOUNT"
}
