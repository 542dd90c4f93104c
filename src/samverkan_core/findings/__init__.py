"""What a rule says: notices, findings, reports and acceptances. Knows nothing of the field."""
