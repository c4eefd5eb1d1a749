"""The program explains itself: a card for every quantity, a guide and a tour."""
