"""What ``coursewright calendar`` writes: feeds to subscribe to, and tables."""
