"""What is allowed or wise: one function a rule, one file a concept. A rule never raises."""
