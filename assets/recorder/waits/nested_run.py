"""A `run` of the listing's own that goes round the running loop once more:
the task that calls it is suspended while the loop runs the others."""

REASON = "nested_run"
CAUSE = "task"
