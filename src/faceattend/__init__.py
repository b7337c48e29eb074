"""FaceAttend: entrance cameras in, attendance that a payroll office can trust out."""

__version__ = "0.1.0"
