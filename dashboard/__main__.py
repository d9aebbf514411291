"""`python -m dashboard` is the command `hub-dashboard`."""

from dashboard.command_line import main

if __name__ == "__main__":
    main()
