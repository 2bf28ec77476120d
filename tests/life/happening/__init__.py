"""What every act does to a life in the model, by what it is for."""
