"""About the program: versions, licences of libraries, reports."""
