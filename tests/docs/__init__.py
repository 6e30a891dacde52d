"""What is made from the code for whoever works on the tool."""
