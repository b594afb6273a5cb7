"""What is said when nothing is ready, nor will be: who waits for whom.

    a holds left, waits for right, held by b, which waits for left
    main waits for gather; consumer waits for orders
"""

NOTHING_TO_DO = ("deadlock: nothing is ready, no timer is set and "
                 "no job is under way")


def described(tasks):
    """`tasks`: those not done, by number."""
    waiting = [task for task in tasks if task.record.suspended]
    if not waiting:
        return NOTHING_TO_DO
    by_number = {task.record.id: task for task in tasks}
    for task in waiting:
        cycle = _cycle_from(task, by_number)
        if cycle:
            return "deadlock: " + _told_cycle(cycle)
    return "deadlock: " + "; ".join(_told(task, by_number) for task in waiting)


def _cycle_from(first, by_number):
    """The tasks from `first` back to it, each waiting for what the next holds."""
    cycle = [first]
    while True:
        holder = by_number.get(_holder(cycle[-1]))
        if holder is first:
            return cycle
        if holder is None or holder in cycle:
            return None
        cycle.append(holder)


def _told_cycle(cycle):
    first, *others = cycle
    said = f"{_name(first)} holds {_on(cycle[-1])}, waits for {_on(first)}"
    for task in others:
        said += f", held by {_name(task)}, which waits for {_on(task)}"
    return said


def _told(task, by_number):
    said = f"{_name(task)} waits for {_on(task)}"
    number = _holder(task)
    if number is not None:
        said += f", held by {task._session.name_of_task(number)}"
        said += "" if number in by_number else ", which has ended"
    return said


def _holder(task):
    """The number of the task that has held longest what this one waits for."""
    resource = task.record.resource
    return resource.holders[0] if resource and resource.holders else None


def _on(task):
    record = task.record
    if isinstance(record.on, int):
        return task._session.name_of_task(record.on)
    return record.reason if record.on is None else record.on


def _name(task):
    return task.record.row["name"]
