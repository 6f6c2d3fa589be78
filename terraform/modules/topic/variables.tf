variable "door" {
  description = "Door behind the topic; the push subscription has its name"
  type        = string
}

variable "endpoint" {
  description = "Address that the door is pushed at, which is also the audience of the token"
  type        = string
}

variable "name" {
  description = "Name of the topic"
  type        = string

  validation {
    condition     = !endswith(var.name, "-dead")
    error_message = "A topic's name does not end in -dead: that is what its dead letters are called."
  }
}

variable "project" {
  description = "Id of the project"
  type        = string
}

variable "pubsub_agent" {
  description = "Pub/Sub's own account in this project, as a principal"
  type        = string
}

variable "push_account" {
  description = "Address of the service account that signs the pushes"
  type        = string
}
