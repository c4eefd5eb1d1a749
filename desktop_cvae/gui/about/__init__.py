"""About the program: its versions, the notices of its libraries, reports of what went wrong."""
