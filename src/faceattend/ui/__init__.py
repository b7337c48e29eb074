"""What people see: pages ask ``services``, threads live in ``workers``, and the GUI thread only paints."""
