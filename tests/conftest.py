"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # how long one example takes is up to the machine and what else it does
settings.load_profile("any machine")
