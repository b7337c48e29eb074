"""Attendance out: typed tables written as Excel or CSV."""
