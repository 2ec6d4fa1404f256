"""Options and fixtures of the whole suite."""

import pytest
from hypothesis import Phase, settings

# The gate draws the same examples each time. To hunt for others:
# make test ARGS=--hypothesis-profile=hunt
settings.register_profile(
    "gate", derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate)
)
settings.register_profile("hunt", max_examples=1000, deadline=None)
settings.load_profile("gate")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew", action="store_true", help="write what the cases give as their new expectations"
    )


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew"))
