"""The room of the out-tray."""
