"""The last page of somebody who erased everything about themselves."""
