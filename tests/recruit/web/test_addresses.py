"""An address with a NUL in it is answered without asking the database, which could not read it."""

import pytest


@pytest.mark.parametrize(
    "address",
    [
        "/roles/%00/",
        "/nominate/%00/",
        "/sign-in/a%00b/",
        "/interest/?role=%00",
        "/roles/?a%00=b",
        "/staff/people/?words=a&words=%00",
        "/staff/calls/new/?reach=%00",
        "/static/%00",
    ],
)
def test_an_address_with_a_nul_in_it_is_not_found(staff, address):
    response = staff.get(address)

    assert response.status_code == 404
    assert "There is nothing here" in response.text


@pytest.mark.parametrize(
    "referrer", [None, "http://localhost//example.org/", "http://localhost/\\example.org/"]
)
def test_the_way_back_stays_in_this_house(client, programme, referrer):
    headers = {"Referer": referrer} if referrer else {}

    page = client.get("/x/", headers=headers, environ_overrides={"PATH_INFO": "//example.org/"}).text

    assert "There is nothing here" in page
    assert 'href="//' not in page
    assert 'href="/\\' not in page


@pytest.mark.parametrize("address", ["/roles/?a=%20", "/roles/?0=%F0%9F%9A%80"])
def test_an_address_without_one_is_found(client, programme, address):
    assert client.get(address).status_code == 200
