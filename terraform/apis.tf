locals {
  apis = toset([
    "artifactregistry", "billingbudgets", "cloudbuild", "cloudfunctions", "cloudresourcemanager", "cloudscheduler", "compute",
    "eventarc", "firebaserules", "firestore", "iam", "iamcredentials", "logging", "monitoring", "pubsub", "run", "secretmanager",
    "servicenetworking", "sqladmin", "storage", "sts", "vpcaccess",
  ])
}

resource "google_project_service" "api" {
  for_each = local.apis

  project = var.project
  service = "${each.key}.googleapis.com"

  # a house that is taken down must not take an API away from its neighbours in the project
  disable_on_destroy = false
}

locals {
  agents = {
    pubsub  = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
    storage = "serviceAccount:service-${data.google_project.this.number}@gs-project-accounts.iam.gserviceaccount.com"
  }
}
