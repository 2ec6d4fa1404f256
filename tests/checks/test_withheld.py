"""What a reader reads otherwise because of what is kept from him."""

from typing import Any

from scenesetter.checks.withheld import read_otherwise
from scenesetter.model.audience import Audience
from scenesetter.model.fact import Fact, Holder, Passage

PRESS = Audience(name="press", title="Press", summary="All.", parts=(), sections=())


def told_of(name: str) -> Fact:
    where: dict[str, Any] = {"note": "a.md", "exact": "They agreed."}
    who: dict[str, Any] = {"name": name}
    told: dict[str, Any] = {
        "passages": (Passage.model_construct(None, **where),),
        "holder": Holder.model_construct(None, **who),
    }
    return Fact.model_construct(None, **told)


def test_a_passage_that_holds_the_words_of_two_is_read_by_all_alike() -> None:
    facts = [told_of("Lima"), told_of("Ortega")]
    assert list(read_otherwise(facts, facts, (), PRESS)) == []
    (found,) = read_otherwise([told_of("Umbrage")], facts, (), PRESS)
    assert found.what.startswith("is told of Umbrage, and at the desk of Lima or Ortega")
