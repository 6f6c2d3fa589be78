terraform {
  required_version = ">= 1.11"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.50"
    }
  }

  # its bucket is named when terraform is initialised, see docs/DEPLOY.md
  backend "gcs" {}
}

provider "google" {
  project = var.project
  region  = var.region

  # budgets belong to the billing account: Google wants to know which project asks for them
  user_project_override = true
  billing_project       = var.project

  default_labels = {
    app         = "carillon"
    environment = var.environment
  }
}

data "google_project" "this" {
  project_id = var.project
}
