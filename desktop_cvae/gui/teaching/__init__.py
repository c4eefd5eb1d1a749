"""Teaching a model: corrected answers, drawn examples, before and after."""
