"""What comes next: the next step, the next free place, who leaves, and moves that are refused."""
