# The reporting database has no address outside of this network; only the doors that need it, and the migration, are connected to it.
resource "google_compute_network" "house" {
  name                    = "carillon"
  project                 = var.project
  auto_create_subnetworks = false

  depends_on = [google_project_service.api]
}

resource "google_compute_subnetwork" "doors" {
  name                     = "carillon-doors"
  project                  = var.project
  region                   = var.region
  network                  = google_compute_network.house.id
  ip_cidr_range            = "10.10.0.0/28"
  private_ip_google_access = true
}

resource "google_compute_subnetwork" "jobs" {
  name                     = "carillon-jobs"
  project                  = var.project
  region                   = var.region
  network                  = google_compute_network.house.id
  ip_cidr_range            = "10.10.1.0/26"
  private_ip_google_access = true
}

resource "google_vpc_access_connector" "doors" {
  name          = "carillon-doors"
  project       = var.project
  region        = var.region
  machine_type  = "e2-micro"
  min_instances = 2
  max_instances = 3

  subnet {
    name = google_compute_subnetwork.doors.name
  }
}

resource "google_compute_global_address" "sql" {
  name          = "carillon-sql"
  project       = var.project
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  prefix_length = 20
  network       = google_compute_network.house.id
}

resource "google_service_networking_connection" "sql" {
  network                 = google_compute_network.house.id
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.sql.name]
  deletion_policy         = "ABANDON"
}
