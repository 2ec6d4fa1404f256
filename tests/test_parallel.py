import operator

import pytest

from scenesetter.parallel import each


@pytest.mark.parametrize("heavy", [False, True])
def test_results_come_in_the_order_of_the_jobs(heavy: bool) -> None:  # noqa: FBT001 - a parameter
    words = [f"word {number}" for number in range(40)]
    found = list(each(operator.methodcaller, "upper", words, heavy=heavy))
    assert found == [word.upper() for word in words]


def test_a_failure_in_another_process_is_raised_here() -> None:
    with pytest.raises(AttributeError, match="no_such_method"):
        list(each(operator.methodcaller, "no_such_method", ["a", "b"], heavy=True))
