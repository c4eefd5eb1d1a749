"""A picture before it is read: cut out and turned."""
