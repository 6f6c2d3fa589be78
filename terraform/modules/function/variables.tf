variable "build_account" {
  description = "Service account that builds the function, by its resource name"
  type        = string
}

variable "callers" {
  description = "Principals that may call a door that is not public"
  type        = list(string)
  default     = []
}

variable "concurrency" {
  description = "Requests that one instance handles at a time"
  type        = number
}

variable "environment" {
  description = "Environment variables"
  type        = map(string)
}

variable "max_instances" {
  description = "Instances at most"
  type        = number
}

variable "memory_mb" {
  description = "Memory of an instance in MiB"
  type        = number
}

variable "min_instances" {
  description = "Instances that are kept warm"
  type        = number
}

variable "name" {
  description = "Name of the door: of the function, its Cloud Run service and its entry point"
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,24}$", var.name))
    error_message = "A door's name has at most 25 lower-case letters, digits and hyphens: its service account is called door-NAME, and that has 30 at most."
  }

  validation {
    condition     = !endswith(var.name, "z")
    error_message = "A door's name does not end in z: Cloud Run keeps such names for itself."
  }
}

variable "project" {
  description = "Id of the project"
  type        = string
}

variable "public" {
  description = "Whether anybody may call it: providers can't sign in with Google"
  type        = bool
}

variable "region" {
  description = "Region of the function"
  type        = string
}

variable "service_account" {
  description = "Address of the service account that it runs as"
  type        = string
}

variable "source_bucket" {
  description = "Bucket of the deploy package"
  type        = string
}

variable "source_object" {
  description = "Name of the deploy package in that bucket"
  type        = string
}

variable "timeout_seconds" {
  description = "Seconds that a request may take"
  type        = number

  validation {
    condition     = var.timeout_seconds > 0 && var.timeout_seconds <= 300
    error_message = "No door works longer than 300 seconds: a push is given up after 600, and a door that is tried again must not meet itself."
  }
}

variable "vpc_connector" {
  description = "Connector to the network of the reporting database; null for none"
  type        = string
  default     = null
}
