"""JSON in and out, strictly. The only floor that knows cattrs and the names of JSON members."""
