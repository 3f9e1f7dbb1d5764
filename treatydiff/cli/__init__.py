"""The command line: parse options, call one library function, render, return a code."""
