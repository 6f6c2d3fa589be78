variable "cors_origins" {
  description = "Web pages that may upload"
  type        = list(string)
  default     = []
}

variable "delete_after" {
  description = "Prefix => days after which what lies under it is deleted"
  type        = map(number)
  default     = {}
}

variable "force_destroy" {
  description = "Whether the bucket may be taken down with files in it"
  type        = bool
}

variable "location" {
  description = "Where it is"
  type        = string
}

variable "name" {
  description = "Its name, unique in the world"
  type        = string
}

variable "noncurrent_after" {
  description = "Days for which a file that was replaced or deleted can be had back"
  type        = number
}
