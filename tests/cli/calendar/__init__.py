"""What `calendar` makes and keeps, tested."""
