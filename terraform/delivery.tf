# Who delivers: GitHub's workflow signs in without a key, for planning from any branch, for applying from one environment alone.
locals {
  delivers = var.github_repository == null ? toset([]) : toset(["plan", "apply"])

  # whom GitHub's token must name: an environment has its own approvers and branches there
  delivers_as = var.github_repository == null ? {} : {
    plan  = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github[0].name}/attribute.repository/${var.github_repository}"
    apply = "principal://iam.googleapis.com/${google_iam_workload_identity_pool.github[0].name}/subject/repo:${var.github_repository}:environment:${var.environment}"
  }

  delivery_roles = {
    plan = ["roles/iam.securityReviewer", "roles/viewer"]
    apply = [
      "roles/cloudfunctions.admin", "roles/cloudscheduler.admin", "roles/cloudsql.admin", "roles/compute.networkAdmin", "roles/datastore.owner",
      "roles/eventarc.admin", "roles/firebaserules.admin", "roles/iam.roleAdmin", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountUser",
      "roles/iam.workloadIdentityPoolAdmin", "roles/logging.configWriter", "roles/monitoring.editor", "roles/pubsub.admin", "roles/run.admin",
      "roles/serviceusage.serviceUsageAdmin", "roles/storage.admin", "roles/vpcaccess.admin",
    ]
  }

  # the only roles that the pipeline may give to anybody in this project: all that this folder gives, its own left out
  given_roles = distinct(sort(concat(
    [for binding in local.project_roles : binding.role],
    [for binding in google_project_iam_member.account : binding.role],
    tolist(local.operator_roles),
    [google_project_iam_member.storage_agent.role],
  )))
}

resource "google_service_account" "delivery" {
  for_each = local.delivers

  account_id   = "deliver-${each.key}"
  display_name = "Carillon: the pipeline's ${each.key}"
  depends_on   = [google_project_service.api]
}

resource "google_iam_workload_identity_pool" "github" {
  count = var.github_repository == null ? 0 : 1

  project                   = var.project
  workload_identity_pool_id = "github"
  depends_on                = [google_project_service.api]
}

resource "google_iam_workload_identity_pool_provider" "github" {
  count = var.github_repository == null ? 0 : 1

  project                            = var.project
  workload_identity_pool_id          = google_iam_workload_identity_pool.github[0].workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "assertion.repository == '${var.github_repository}'"
  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
  }

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account_iam_member" "delivery" {
  for_each = local.delivers_as

  service_account_id = google_service_account.delivery[each.key].name
  role               = "roles/iam.workloadIdentityUser"
  member             = each.value
}

resource "google_project_iam_member" "delivery" {
  for_each = {
    for pair in flatten([for who, roles in local.delivery_roles : [for role in roles : { who = who, role = role }]]) :
    "deliver-${pair.who} ${pair.role}" => pair if contains(local.delivers, pair.who)
  }

  project = var.project
  role    = each.value.role
  member  = "serviceAccount:${google_service_account.delivery[each.value.who].account_id}@${var.project}.iam.gserviceaccount.com"
}

# Giving rights to others is what an attacker would want of a pipeline: it gives those of this folder and no others.
resource "google_project_iam_member" "delivery_gives" {
  for_each = setintersection(local.delivers, ["apply"])

  project = var.project
  role    = "roles/resourcemanager.projectIamAdmin"
  member  = "serviceAccount:${google_service_account.delivery[each.key].account_id}@${var.project}.iam.gserviceaccount.com"

  condition {
    title = "gives the doors' roles alone"
    # IAM takes ten roles at a time
    expression = join(" || ", [for roles in chunklist(local.given_roles, 10) : "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(${jsonencode(roles)})"])
  }
}

# Secrets are led, never opened: whoever deploys has no business with what they say.
resource "google_project_iam_custom_role" "secret_keeper" {
  for_each = setintersection(local.delivers, ["apply"])

  project = var.project
  role_id = "carillonSecretKeeper"
  title   = "Carillon: keeps secrets without opening them"
  permissions = [
    "secretmanager.secrets.create", "secretmanager.secrets.delete", "secretmanager.secrets.get", "secretmanager.secrets.getIamPolicy",
    "secretmanager.secrets.list", "secretmanager.secrets.setIamPolicy", "secretmanager.secrets.update", "servicenetworking.services.addPeering",
    "servicenetworking.services.get",
  ]
}

resource "google_project_iam_member" "delivery_keeps" {
  for_each = google_project_iam_custom_role.secret_keeper

  project = var.project
  role    = each.value.id
  member  = "serviceAccount:${google_service_account.delivery[each.key].account_id}@${var.project}.iam.gserviceaccount.com"
}
