"""Larger pools of people and workstreams, the same for the same seed."""

from random import Random


def a_pool(people, workstreams, seed=0):
    """A problem in which most people could do most things; thirty tags, one organisation for five people."""
    order = Random(seed)
    tags = [f"skills:t{number}" for number in range(30)]
    slots = [f"day {number}" for number in range(2 * workstreams)]
    return {
        "people": [
            {
                "id": f"p{number}",
                "organisation": f"O{order.randrange(max(2, people // 5))}",
                "max_workstreams": order.choice([1, 1, 2]),
                "hours": order.choice([None, 8, 12, 16]),
                "tags": order.sample(tags, order.randint(1, 6)),
                "slots": [slot for slot in slots if order.random() < 0.8],
                "groups": [f"area:{order.randrange(5)}"],
            }
            for number in range(people)
        ],
        "workstreams": [
            {
                "id": f"W{number}",
                "hours": 8,
                "slots": order.sample(slots, min(5, len(slots))),
                "min_attendance": 0.6,
                "slot_value": 1.5,
                "wants": {tag: order.randint(2, 12) for tag in order.sample(tags, 6)},
            }
            for number in range(workstreams)
        ],
        "scores": {
            f"W{row}": {
                f"p{number}": round(order.uniform(20, 95), 1)
                for number in range(people)
                if order.random() < 0.9
            }
            for row in range(workstreams)
        },
    }
