"""Generated from ui/*.ui by scripts/forms; do not edit."""
