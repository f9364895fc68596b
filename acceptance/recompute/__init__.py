"""The year's results computed a second time, from the norm of the workbook alone; shares no code with the program."""
