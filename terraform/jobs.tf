# The command line where the reporting database can be reached: inside of its network. Both jobs run the package that was just deployed,
# because their image is that of a door.
#   gcloud run jobs execute migrate --wait
#   gcloud run jobs execute command --wait --args=node,bin/carillon.ts,doctor
locals {
  jobs = {
    migrate = { account = google_service_account.migrate.account_id, command = "migrate", minutes = 15 }
    command = { account = google_service_account.command.account_id, command = "doctor", minutes = 60 }
  }
}

data "google_cloud_run_v2_service" "health" {
  name     = "health"
  location = var.region
  project  = var.project

  depends_on = [module.door]
}

resource "google_cloud_run_v2_job" "this" {
  for_each = local.jobs

  name                = each.key
  project             = var.project
  location            = var.region
  deletion_protection = false

  template {
    template {
      service_account = "${each.value.account}@${var.project}.iam.gserviceaccount.com"
      timeout         = "${each.value.minutes * 60}s"

      # whoever asked looks first, and asks again
      max_retries = 0

      containers {
        image   = data.google_cloud_run_v2_service.health.template[0].containers[0].image
        command = ["/cnb/lifecycle/launcher"]
        args    = ["node", "bin/carillon.ts", each.value.command]

        resources {
          limits = { cpu = "1", memory = "1Gi" }
        }

        dynamic "env" {
          for_each = merge(local.environment, local.provider_environment, {
            CARILLON_SQL_USER      = each.value.account
            CARILLON_PUSH_AUDIENCE = local.door_url["health"]
          })
          content {
            name  = env.key
            value = env.value
          }
        }
      }

      vpc_access {
        egress = "PRIVATE_RANGES_ONLY"
        network_interfaces {
          network    = google_compute_network.house.name
          subnetwork = google_compute_subnetwork.jobs.name
        }
      }
    }
  }
}

resource "google_cloud_run_v2_job_iam_member" "operator" {
  for_each = {
    for pair in setproduct(var.operators, keys(local.jobs)) : "${pair[0]} ${pair[1]}" => { member = pair[0], job = pair[1] }
  }

  project  = var.project
  location = var.region
  name     = google_cloud_run_v2_job.this[each.value.job].name
  role     = "roles/run.jobsExecutorWithOverrides"
  member   = each.value.member
}
