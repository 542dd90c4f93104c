"""What people see: reports as text and as pages."""
