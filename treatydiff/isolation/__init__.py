"""A file is read by a process of its own, under limits of time and memory."""
