# A variable that is wrong is refused before anything is touched, and the words say what to do.
mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
  mock_data "google_cloud_run_v2_service" {
    defaults = { template = [{ containers = [{ image = "us-central1-docker.pkg.dev/carillon-test/gcf-artifacts/health:1" }] }] }
  }
}

variables {
  project     = "carillon-test"
  environment = "dev"
  protect     = false
  package     = "tests/package.txt"
}

run "alert_emails_refused" {
  command = plan

  variables {
    alert_emails = ["ops"]
  }

  expect_failures = [var.alert_emails]
}

run "billing_account_refused" {
  command = plan

  variables {
    billing_account = "my account"
  }

  expect_failures = [var.billing_account]
}

run "budget_refused" {
  command = plan

  variables {
    budget = 0
  }

  expect_failures = [var.budget]
}

run "drop_retention_days_refused" {
  command = plan

  variables {
    drop_retention_days = 1
  }

  expect_failures = [var.drop_retention_days]
}

run "environment_refused" {
  command = plan

  variables {
    environment = "production"
  }

  expect_failures = [var.environment]
}

run "firestore_database_refused" {
  command = plan

  variables {
    firestore_database = "Restored"
  }

  expect_failures = [var.firestore_database]
}

run "github_repository_refused" {
  command = plan

  variables {
    github_repository = "https://github.com/example/carillon"
  }

  expect_failures = [var.github_repository]
}

run "link_version_refused" {
  command = plan

  variables {
    link_version = 0
  }

  expect_failures = [var.link_version]
}

run "log_level_refused" {
  command = plan

  variables {
    log_level = "warn"
  }

  expect_failures = [var.log_level]
}

run "max_instances_refused" {
  command = plan

  variables {
    max_instances = 1
  }

  expect_failures = [var.max_instances]
}

run "operators_refused" {
  command = plan

  variables {
    operators = ["ops@example.com"]
  }

  expect_failures = [var.operators]
}

run "package_refused" {
  command = plan

  variables {
    package = "tests/none.zip"
  }

  expect_failures = [var.package]
}

run "project_refused" {
  command = plan

  variables {
    project = "Carillon Test"
  }

  expect_failures = [var.project]
}

run "public_url_refused" {
  command = plan

  variables {
    public_url = "http://messages.example.com/path"
  }

  expect_failures = [var.public_url]
}

run "region_refused" {
  command = plan

  variables {
    region = "us-central1-a"
  }

  expect_failures = [var.region]
}

run "sql_availability_refused" {
  command = plan

  variables {
    sql_availability = "MULTI"
  }

  expect_failures = [var.sql_availability]
}

run "sql_tier_refused" {
  command = plan

  variables {
    sql_tier = "db-perf-optimized-N-2"
  }

  expect_failures = [var.sql_tier]
}

run "telnyx_refused" {
  command = plan

  variables {
    telnyx = { profile = "4000c0ff-ee00-4000-8000-000000c0ffee", public_key = "KEY0123" }
  }

  expect_failures = [var.telnyx]
}

run "mail_refused" {
  command = plan

  variables {
    mail = { return_address = "bounces" }
  }

  expect_failures = [var.mail]
}

run "mail_from_refused" {
  command = plan

  variables {
    mail = { return_address = "bounces@example.com", from = "accounts" }
  }

  expect_failures = [var.mail]
}

run "sealed_providers_refused" {
  command = plan

  variables {
    sealed_providers = ["telnyx"]
  }

  expect_failures = [var.sealed_providers]
}

run "twilio_account_sid_refused" {
  command = plan

  variables {
    twilio_account_sid = "SK0123"
  }

  expect_failures = [var.twilio_account_sid]
}

run "twilio_primary_profile_refused" {
  command = plan

  variables {
    twilio_primary_profile = "AC0123"
  }

  expect_failures = [var.twilio_primary_profile]
}

run "upload_origins_refused" {
  command = plan

  variables {
    upload_origins = ["*"]
  }

  expect_failures = [var.upload_origins]
}

run "drop_principals_without_a_company_refused" {
  command = plan

  variables {
    drop_principals = { clinic = "user:one@example.com" }
  }

  expect_failures = [var.drop_principals]
}

run "drop_principals_for_everybody_refused" {
  command = plan

  variables {
    drop_principals = { co_1 = "allUsers" }
  }

  expect_failures = [var.drop_principals]
}

run "production_unprotected_refused" {
  command = plan

  variables {
    environment = "prod"
    protect     = false
  }

  expect_failures = [var.protect]
}
