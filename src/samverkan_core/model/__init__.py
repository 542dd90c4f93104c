"""The things themselves: actors, roles, bodies, mandates, focus areas. No rule and no JSON."""
