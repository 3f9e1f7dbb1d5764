"""What `import treatydiff` offers: functions that answer, the archive, and how results tell themselves."""
