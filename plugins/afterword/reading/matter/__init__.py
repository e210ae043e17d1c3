"""Front matter: where it ends, which keys stand in it, and what their values mean."""
