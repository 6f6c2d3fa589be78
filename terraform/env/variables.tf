# What may differ from one environment to the next. The .tfvars beside this file set it and nothing else, so that what was tried in one
# environment is what runs in the others; rules on the values stand with the variables of the same names one folder up.

variable "budget" {
  description = "What a month may cost"
  type        = number
}

variable "drop_retention_days" {
  description = "Days after which a dropped file is deleted"
  type        = number
}

variable "environment" {
  description = "Which one it is"
  type        = string
}

variable "max_instances" {
  description = "Instances that one door may grow to"
  type        = number
}

variable "protect" {
  description = "Whether databases refuse to be deleted"
  type        = bool
}

variable "sql_availability" {
  description = "Whether a second database server stands by"
  type        = string
  default     = "ZONAL"
}

variable "sql_tier" {
  description = "Machine of the reporting database"
  type        = string
}
