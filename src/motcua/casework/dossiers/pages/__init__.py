"""The pages of officials about dossiers; doors mount them."""
