"""Other people's forms: tables that municipalities keep, read into the model and written back."""
